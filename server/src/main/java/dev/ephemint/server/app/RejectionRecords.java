package dev.ephemint.server.app;

import dev.ephemint.server.audit.AuditFile;
import dev.ephemint.server.audit.AuditRecord;
import dev.ephemint.server.audit.AuditTrail;
import dev.ephemint.server.audit.EndUserHash;
import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.caller.CallerRefusedException;
import dev.ephemint.server.http.Edge;
import dev.ephemint.server.mint.Calls;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.LimitReached;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.settings.AuditSettings;
import dev.ephemint.server.settings.BadSettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Records requests that are rejected because of their caller. A record that cannot be written changes no response: the request
 * is rejected anyway.
 */
record RejectionRecords(AuditTrail trail, EndUserHash hash, Clock clock) {

    /** They end with {@code closer}. */
    static RejectionRecords of(AuditSettings settings, Clock clock, Closer closer) {
        AuditTrail trail = settings.rejectedFile()
                .map(file -> AuditTrail.optional(open(file, closer), LoggerFactory.getLogger(AuditFile.class)))
                .orElse(AuditTrail.none());
        return new RejectionRecords(trail, new EndUserHash(settings.endUserKey()), clock);
    }

    /** Without a wait for the disk, which a flood of wrong keys could prolong for every mint. */
    private static AuditTrail open(Path file, Closer closer) {
        try {
            return closer.later(new AuditFile(file, false));
        } catch (IOException unwritable) {
            throw new BadSettingsException(List.of("audit.rejected-file: cannot write file " + file));
        }
    }

    /** The HTTP interface with records. They stand before sealing, whose refusals they have, too. */
    Edge around(Edge edge) {
        return edge.withMint(this::around)
                .withCalls(edge.calls().map(this::around))
                .withCallers(this::recording);
    }

    private Mint around(Mint next) {
        return request -> recorded(() -> next.mint(request), () -> asked(request));
    }

    private Calls around(Calls next) {
        return new Calls() {
            @Override
            public Opened open(MintRequest request, String offer) {
                return recorded(() -> next.open(request, offer), () -> asked(request));
            }

            @Override
            public Optional<Ended> end(MintContext context, String id) {
                Supplier<AuditRecord> asked = () -> AuditRecord.ending(id(), clock.instant(), context, id);
                Optional<Ended> ended = recorded(() -> next.end(context, id), asked);
                if (ended.isEmpty()) {
                    trail.write(asked.get().rejected("CallNotFound"));
                }
                return ended;
            }
        };
    }

    private <T> T recorded(Supplier<T> step, Supplier<AuditRecord> asked) {
        try {
            return step.get();
        } catch (MintFailedException failed) {
            if (isForItsCaller(failed.failure())) {
                trail.write(asked.get().rejected(failed.failure().getClass().getSimpleName()));
            }
            throw failed;
        }
    }

    private CallerCheck recording(CallerCheck next) {
        return shown -> {
            try {
                return next.check(shown);
            } catch (CallerRefusedException refused) {
                String reason = refused.refusal().name().toLowerCase(Locale.ROOT);
                trail.write(AuditRecord.rejected(id(), clock.instant(), reason));
                throw refused;
            }
        };
    }

    private static boolean isForItsCaller(MintFailure failure) {
        return failure instanceof NotPermitted || failure instanceof LimitReached || failure instanceof RepeatedRequest;
    }

    private AuditRecord asked(MintRequest request) {
        Optional<String> endUser =
                request.endUser().map(name -> hash.of(request.context().caller().id(), name));
        return AuditRecord.admitted(id(), clock.instant(), request, endUser);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
