package dev.ephemint.server.mint.shape;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ephemint.server.mint.MintRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member that callers are known to put in the wrong place; {@code misplacements.json} beside this class holds them.
 *
 * @param shape {@code nested} or {@code flat}: the shape of the request that has it
 * @param type the session type to which it applies, or null for any
 * @param from path of the member as sent
 * @param to path at which the contract has it
 * @param value {@code copied}, {@code flat_format} if a format's flat name becomes an object, {@code transcription_model} if
 *     only a model that transcribes is moved
 * @param becomes the session type after the move, or null if it stays
 * @param repair whether {@code mint.repair} moves it; otherwise an error only says where it belongs
 * @param vendor the vendor at which it was seen
 * @param source who saw it
 * @param date when
 */
record Misplacement(
        @JsonProperty(required = true) String shape,
        @Nullable String type,
        @JsonProperty(required = true) String from,
        @JsonProperty(required = true) String to,
        @JsonProperty(required = true) String value,
        @Nullable String becomes,
        @JsonProperty(required = true) boolean repair,
        @JsonProperty(required = true) String vendor,
        @JsonProperty(required = true) String source,
        @JsonProperty(required = true) String date) {

    static final String NESTED = "nested";
    static final String FLAT = "flat";

    private static final List<Misplacement> KNOWN =
            readOrFail(Objects.requireNonNull(Misplacement.class.getResourceAsStream("misplacements.json")));

    /** Those of nested requests, by their place. */
    private static final Map<String, List<Misplacement>> NESTED_FROM =
            KNOWN.stream().filter(known -> known.shape.equals(NESTED)).collect(groupingBy(Misplacement::from));

    static List<Misplacement> known() {
        return KNOWN;
    }

    static List<Misplacement> readOrFail(InputStream json) {
        try (json) {
            return List.copyOf(new JsonMapper().readValue(json, new TypeReference<List<Misplacement>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where a member of a nested request belongs; empty if nothing is known of it. */
    static Optional<String> placeOf(String path, MintRequest request) {
        return NESTED_FROM.getOrDefault(path, List.of()).stream()
                .filter(known -> known.fits(request.sessionType()))
                .map(Misplacement::to)
                .findFirst();
    }

    boolean fits(Optional<String> sessionType) {
        return type == null || sessionType.filter(type::equals).isPresent();
    }
}
