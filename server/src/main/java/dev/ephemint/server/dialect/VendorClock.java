package dev.ephemint.server.dialect;

import dev.ephemint.contract.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The vendor's times: its clock, from the {@code Date} header that both vendors' gateways set, and the wait it asks for. */
final class VendorClock {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static volatile Dated last = new Dated("", Optional.empty());

    private VendorClock() {}

    /** Unix seconds; empty if the header is missing or is no date. */
    static Optional<Long> of(UpstreamReply reply) {
        return now(reply).map(Instant::getEpochSecond);
    }

    /** The wait that a reply asks for, a date by the vendor's own clock; empty if it is past or longer than a day. */
    static Optional<Duration> wait(UpstreamReply reply) {
        return RetryAfter.of(reply::header, now(reply))
                .filter(wait -> !wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0);
    }

    private static Optional<Instant> now(UpstreamReply reply) {
        return reply.header("date").flatMap(VendorClock::date);
    }

    /** A gateway writes the same text for a whole second. */
    private static Optional<Instant> date(String text) {
        Dated known = last;
        if (!known.text().equals(text)) {
            known = new Dated(text, RetryAfter.date(text));
            last = known;
        }
        return known.date();
    }

    private record Dated(String text, Optional<Instant> date) {}
}
