package dev.ephemint.server.app;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.Document;
import dev.ephemint.server.dialect.ContractMembers;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.explain.DryRun;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.shape.FlatShape;
import dev.ephemint.server.schema.ContractSchema;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A dialect's document is the contract with the dialect's overlays applied, and the service rejects exactly what they
 * remove. Without an entry in {@code UnsupportedMembers} or in the model rules it would send the member all the same.
 */
class DialectDocumentMembersTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private enum Shape {
        TRANSCRIPTION("ClientSecretRequest", "TranscriptionSessionRequest"),
        REALTIME("ClientSecretRequest", "RealtimeSessionRequest"),
        FLAT("FlatTranscriptionSessionRequest", "");

        final String schema;
        private final String session;

        Shape(String schema, String session) {
            this.schema = schema;
            this.session = session;
        }

        List<String> members(Document document) {
            return new ContractMembers(document.tree().at("/components/schemas")).of(schema, session);
        }

        /** A body with this member, and with what every body of this shape needs. */
        ObjectNode body(String member, JsonNode value) {
            ObjectNode body = NODES.objectNode();
            if (this == FLAT) {
                body.putObject("input_audio_transcription").put("model", "a-model");
            } else {
                body.putObject("session")
                        .put("type", this == REALTIME ? "realtime" : "transcription")
                        .withObject("/audio/input/transcription")
                        .put("model", "a-model");
            }
            int last = member.lastIndexOf('.');
            ObjectNode parent = last < 0 ? body : body.withObject(pointer(member.substring(0, last)));
            parent.set(member.substring(last + 1), value);
            return body;
        }

        MintRequest request(ObjectNode body) {
            return this == FLAT ? FlatShape.nestRequest(body) : MintRequest.of(body);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void rejectsExactlyTheMembersThatTheOverlaysRemove(DialectName dialect, Shape shape) {
        List<String> members = shape.members(Document.CONTRACT);
        List<String> left = shape.members(document(dialect));

        assertThat(members)
                .filteredOn(member ->
                        call(dialect, shape, member, NODES.textNode("mark")).isEmpty())
                .containsExactlyElementsOf(
                        members.stream().filter(not(left::contains)).toList());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void sendsNoNullThatTheOverlaysForbid(DialectName dialect, Shape shape) {
        List<String> forbidden = shape.members(document(dialect)).stream()
                .filter(member -> allowsNull(Document.CONTRACT, shape, member))
                .filter(member -> !allowsNull(document(dialect), shape, member))
                .toList();

        assertThat(forbidden).isNotEmpty().allSatisfy(member -> assertThat(
                        call(dialect, shape, member, NODES.nullNode()))
                .hasValueSatisfying(
                        call -> assertThat(call.body().at(pointer(member)).isMissingNode())
                                .isTrue()));
    }

    private static Stream<Arguments> requests() {
        return Stream.of(DialectName.values()).flatMap(dialect -> Stream.of(Shape.values())
                .filter(shape -> (shape == Shape.FLAT) == isFlat(dialect))
                .map(shape -> Arguments.of(dialect, shape)));
    }

    private static boolean allowsNull(Document document, Shape shape, String member) {
        return ContractSchema.of(document)
                .validate(shape.schema, shape.body(member, NODES.nullNode()))
                .isEmpty();
    }

    private static Document document(DialectName dialect) {
        return Document.valueOf(dialect.name());
    }

    private static boolean isFlat(DialectName dialect) {
        return upstream(settings(dialect)).dialect().isFlat();
    }

    /** What the service would send; empty if it rejects the request. */
    private static Optional<UpstreamCall> call(DialectName dialect, Shape shape, String member, JsonNode value) {
        Settings settings = settings(dialect);
        Application application = Application.of(settings, upstream(settings), Clock.systemUTC());
        DryRun dryRun =
                new DryRun(application.policies(), application.upstream().dialect());
        MintRequest request = shape.request(shape.body(member, value));

        assertThatThrownBy(() -> dryRun.mint().mint(request)).isInstanceOf(MintFailedException.class);
        return dryRun.call();
    }

    private static Upstream upstream(Settings settings) {
        return Upstream.example(settings);
    }

    private static Settings settings(DialectName dialect) {
        return SettingsReader.read(Sources.of(Map.of("upstream.dialect", dialect.toString())));
    }

    private static String pointer(String member) {
        return "/" + member.replace('.', '/');
    }
}
