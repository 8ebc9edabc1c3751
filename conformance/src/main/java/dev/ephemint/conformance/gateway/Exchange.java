package dev.ephemint.conformance.gateway;

import dev.ephemint.conformance.http.Message;
import java.util.List;
import java.util.Optional;

/**
 * One call of the target as it went over the wire, secrets replaced.
 *
 * @param response empty if none came, see {@code failure}
 * @param failure why no response came
 * @param upstream what arrived at the vendor that the kit plays, in order; empty if the kit is in front only
 */
public record Exchange(Message request, Optional<Message> response, Optional<String> failure, List<Message> upstream) {
    public Exchange {
        upstream = List.copyOf(upstream);
    }
}
