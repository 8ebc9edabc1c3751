package dev.ephemint.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.input.InvalidInputException;
import dev.ephemint.conformance.json.ExactJson;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ProfilesTest {
    private static final String WHOLE = """
            title: A gateway
            dialect: openai
            endpoints:
              createClientSecret: /v1/realtime/client_secrets
            session-types: [transcription]
            features: [error-envelope]
            headers:
              authorization: Bearer ${KEY}
              x-vendor: ${vendor-url}/v1 ${planted-key}
            models:
              transcription: gpt-live-transcribe
            upstream:
              target: /v1/realtime/client_secrets
              credential:
                header: authorization
                prefix: "Bearer "
                owner: caller
              may-add: [/expires_after]
            """;

    static Stream<String> names() {
        return Profiles.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachShippedProfileCanBeRead(String name) {
        Profile profile = Profiles.of(name);

        assertThat(profile.name()).isEqualTo(name);
        Set<String> models = new TreeSet<>(profile.models().keySet());
        models.remove(Profile.REFUSED);
        assertThat(models).isEqualTo(profile.sessionTypes());
    }

    @Test
    void readsEachProperty(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("mine.yaml"), WHOLE);

        assertThat(Profiles.of(file.toString()))
                .isEqualTo(new Profile(
                        "mine",
                        "A gateway",
                        TargetDialect.OPENAI,
                        Map.of(MintOperation.createClientSecret, "/v1/realtime/client_secrets"),
                        Set.of("transcription"),
                        Set.of(Feature.ERROR_ENVELOPE),
                        Map.of("authorization", "Bearer ${KEY}", "x-vendor", "${vendor-url}/v1 ${planted-key}"),
                        Map.of("transcription", "gpt-live-transcribe"),
                        Optional.of(new Upstream(
                                "/v1/realtime/client_secrets",
                                "authorization",
                                "Bearer ",
                                Upstream.KeyOwner.CALLER,
                                Set.of("/expires_after")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: A gateway          | ''                   | profile mine: title: is missing
            transcription: gpt-live   | text: gpt-live       | profile mine: models.text: is unknown; known are realtime, refused, transcription
            dialect: openai           | dialect: opnai       | profile mine: dialect: must be one of azure, azure-preview, openai, openai-beta, got opnai
            dialect: openai           | # none               | profile mine: dialect: is missing
            [error-envelope]          | [errors]             | profile mine: features[0]: must be one of checks-callers, connect, defers,
            [error-envelope]          | errors               | profile mine: features: must be a list
            /v1/realtime/client_secrets | v1                 | profile mine: endpoints.createClientSecret: must begin with /, got v1
            owner: caller             | owner: me            | profile mine: upstream.credential.owner: must be one of caller, gateway, got me
            title: A gateway          | title: [             | profile mine: not YAML
            """)
    void rejectsInvalidProfile(String text, String replacement, String message) {
        assertThatThrownBy(() -> ProfileReader.read("mine", WHOLE.replace(text, replacement)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void reportsEveryMistakeAtOnce() {
        assertThatThrownBy(() -> ProfileReader.read("mine", """
                        title: ' '
                        endpoints: {createClientSecret: v1, deleteSecret: /v1}
                        session-types: [realtime, realtime, text]
                        headers: {x: 1}
                        models: [a]
                        upstream: {target: /, credential: {owner: me}, may-add: true}
                        """)).message().satisfies(message -> assertThat(
                        message.lines())
                .containsExactlyInAnyOrder(
                        "profile mine: dialect: is missing",
                        "profile mine: title: must not be blank",
                        "profile mine: endpoints.createClientSecret: must begin with /, got v1",
                        "profile mine: endpoints.deleteSecret: is unknown; known are createClientSecret, createTranscriptionSession",
                        "profile mine: session-types: must be a list of different values",
                        "profile mine: session-types[2]: must be one of realtime, transcription, got text",
                        "profile mine: headers.x: must be text",
                        "profile mine: models: must be a mapping",
                        "profile mine: upstream.credential.header: is missing",
                        "profile mine: upstream.credential.owner: must be one of caller, gateway, got me",
                        "profile mine: upstream.may-add: must be a list"));
    }

    @Test
    void readsTheExampleOfTheGuide() throws Exception {
        String guide = Files.readString(Path.of("../server/docs/conformance.md"));
        String example =
                guide.substring(guide.indexOf("title: My gateway"), guide.indexOf("```", guide.indexOf("title: My")));

        Profile profile = ProfileReader.read("mine", example);

        assertThat(profile.title()).isEqualTo("My gateway");
        assertThat(profile.upstream()).isEmpty();
    }

    @Test
    void theSchemaHasEachDialectOperationAndFeature() throws Exception {
        JsonNode properties = ExactJson.parse(Files.readString(KitData.path("schemas/profile.schema.json")))
                .path("properties");

        assertThat(texts(properties.at("/dialect/enum")))
                .containsExactlyInAnyOrder(
                        Stream.of(TargetDialect.values()).map(TargetDialect::id).toArray(String[]::new));
        assertThat(texts(properties.at("/features/items/enum")))
                .containsExactlyInAnyOrder(
                        Stream.of(Feature.values()).map(Feature::word).toArray(String[]::new));
        assertThat(properties.at("/endpoints/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        Stream.of(MintOperation.values()).map(Enum::name).toArray(String[]::new));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    @Test
    void unknownNameListsTheShippedProfiles() {
        assertThatThrownBy(() -> Profiles.of("ephemint-opnai"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("no profile ephemint-opnai: neither a file nor one of azure, azure-preview, ");
    }

    @Test
    void fillsHeadersFromEnvironmentAndVendor() {
        Profile profile = ProfileReader.read("mine", WHOLE);
        URI vendor = URI.create("http://127.0.0.1:7");

        assertThat(RequestHeaders.of(profile, Optional.of(vendor), Map.of("KEY", "$1")::get))
                .containsExactly(
                        new Header("authorization", "Bearer $1"),
                        new Header("x-vendor", "http://127.0.0.1:7/v1 " + PlantedKey.VALUE));
        assertThatThrownBy(() -> RequestHeaders.of(profile, Optional.empty(), name -> null))
                .hasMessage("mine: headers.authorization: environment variable KEY is not set\n"
                        + "mine: headers.x-vendor needs the vendor that the kit plays; use --vendor-port or --header");
    }

    @Test
    void plantedKeyIsFoundInEachForm() {
        String key = PlantedKey.VALUE;
        StringBuilder escaped = new StringBuilder();
        key.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));

        assertThat(Stream.of(
                        "{\"error\":{\"message\":\"wrong key " + key + "\"}}",
                        "{\"error\":{\"message\":\"" + escaped + "\"}}",
                        key.toUpperCase(Locale.ROOT),
                        key.replace("-", "%2D").replace("4", "%34"),
                        key.substring(key.length() - 9)))
                .allMatch(PlantedKey::isIn);
        assertThat(Stream.of("", "{\"value\":\"ek_tape_0123456789abcdef\"}", "sk-planted-", "4b1d5ee"))
                .noneMatch(PlantedKey::isIn);
    }
}
