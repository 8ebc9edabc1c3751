package dev.ephemint.server.admission;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.LimitReached;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest;
import dev.ephemint.server.mint.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The result of one admission. */
public sealed interface Decision {

    /** Why there is no mint; empty if there may be one. */
    Optional<MintFailure> failure();

    /** One word for metrics. */
    String word();

    /** Which store admitted the mint; empty if none did. */
    default Optional<Mode> admittedBy() {
        return Optional.empty();
    }

    /**
     * The mint may run; it was counted.
     *
     * @param mode which store decided
     * @param quotas what is left of each limit, this mint counted
     */
    record Admitted(Mode mode, List<Quota> quotas) implements Decision {

        public Admitted {
            quotas = List.copyOf(quotas);
        }

        @Override
        public Optional<MintFailure> failure() {
            return Optional.empty();
        }

        @Override
        public String word() {
            return "admitted";
        }

        @Override
        public Optional<Mode> admittedBy() {
            return Optional.of(mode);
        }
    }

    /**
     * A limit is reached; nothing was counted.
     *
     * @param exceeded the limit with the longest wait
     * @param retryAfter how long until all limits allow one request, if there is no other
     */
    record Limited(Quota exceeded, Duration retryAfter, List<Quota> quotas) implements Decision {

        public Limited {
            quotas = List.copyOf(quotas);
        }

        @Override
        public Optional<MintFailure> failure() {
            return Optional.of(new LimitReached(exceeded, retryAfter, quotas));
        }

        @Override
        public String word() {
            return "limited";
        }
    }

    /** The caller's idempotency key was seen before; nothing was counted. */
    record Repeated(RepeatedRequest.First first) implements Decision {

        @Override
        public Optional<MintFailure> failure() {
            return Optional.of(new RepeatedRequest(first));
        }

        @Override
        public String word() {
            return "repeated";
        }
    }

    /** Which store decided. */
    enum Mode {
        /** This process alone, as configured. */
        MEMORY,

        /** The store that all replicas share. */
        SHARED,

        /** This replica's part of the limits, because the shared store is away. */
        LOCAL;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
