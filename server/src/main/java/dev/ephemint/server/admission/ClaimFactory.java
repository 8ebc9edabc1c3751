package dev.ephemint.server.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.admission.Claim.Once;
import dev.ephemint.server.audit.AuditRecord;
import dev.ephemint.server.audit.EndUserHash;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintRequest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what a request asks of admission.
 *
 * @param limits of a policy, by its name
 * @param lifetime of a token whose request names none
 */
public record ClaimFactory(Function<String, Limits> limits, EndUserHash hash, Duration lifetime) {

    /** A mint without a deadline of its own takes less: both calls of a deferral end within it. */
    private static final Duration LONGEST_MINT = Duration.ofMinutes(5);

    private static final ObjectWriter SORTED =
            ContractJson.mapper().writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_LIFE = Duration.ofHours(2);

    /** @param id of the mint, as its records have it */
    Claim of(String id, MintRequest request, AuditRecord record) {
        MintContext context = request.context();
        String caller = context.caller().id();
        Duration running = context.deadline().remaining(LONGEST_MINT).plus(MARGIN);
        List<Limit> all =
                limits.apply(context.caller().policy()).of(endUser(request).orElse(""));
        return new Claim(
                id,
                caller,
                all,
                context.idempotencyKey().map(key -> once(key, request, running)),
                running.plus(life(request)),
                record.decidedBy(Decision.Mode.SHARED.toString())::fields);
    }

    /** The hash of the end user. */
    Optional<String> endUser(MintRequest request) {
        return request.endUser().map(name -> hash.of(request.context().caller().id(), name));
    }

    private static Once once(String key, MintRequest request, Duration running) {
        String asked =
                request.context().operation() + "\n" + request.endUser().orElse("") + "\n" + sorted(request.body());
        return new Once(EndUserHash.plain(key), EndUserHash.plain(asked), running);
    }

    /** The same for equal trees: the order of members says nothing. */
    private static String sorted(JsonNode body) {
        try {
            return SORTED.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a tree that cannot be written", impossible);
        }
    }

    /** At most: a vendor may grant less, and says so with the token. */
    private Duration life(MintRequest request) {
        JsonNode seconds = request.at("/expires_after/seconds");
        Duration asked = seconds.isNumber() ? Duration.ofSeconds(Math.max(0, seconds.asLong())) : lifetime;
        return asked.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : asked;
    }
}
