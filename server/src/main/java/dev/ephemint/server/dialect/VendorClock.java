package dev.ephemint.server.dialect;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The vendor's clock, from the {@code Date} header that both vendors' gateways set. */
final class VendorClock {

    private VendorClock() {}

    /** Unix seconds; empty where the header is missing or no date. */
    static Optional<Long> of(UpstreamReply reply) {
        return reply.header("date").flatMap(VendorClock::read);
    }

    static Optional<Long> read(String httpDate) {
        try {
            return Optional.of(ZonedDateTime.parse(httpDate.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toEpochSecond());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
