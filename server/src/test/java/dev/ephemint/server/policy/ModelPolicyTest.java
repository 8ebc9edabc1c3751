package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPolicyTest {

    private final List<MintRequest> minted = new ArrayList<>();

    private List<MintWarning> mintOn(String day, String body) {
        Clock clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        new ModelPolicy(ModelRules.builtIn(), clock, Period.ofDays(180))
                .around(request -> {
                    minted.add(request);
                    return Fixtures.token(1);
                })
                .mint(request(body));
        return minted.get(0).warnings();
    }

    private List<MintWarning> mint(String body) {
        return mintOn("2026-01-01", body);
    }

    private static String transcribing(String model, String more) {
        return "{'session':{'type':'transcription','audio':{'input':{'transcription':{'model':'" + model + "'" + more
                + "}}}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-live-transcribe", "gpt-realtime-whisper"})
    void refusesTurnDetectionInTheVendorsWords(String model) {
        // Recorded 2026-08-20.
        String body = transcribing(model, "},'turn_detection':{'type':'server_vad'}");

        assertThat(failureOf(() -> mint(body)))
                .isEqualTo(new InvalidRequest(
                        "session.audio.input.turn_detection",
                        "invalid_value",
                        "Turn detection is not supported for this transcription model."));
        assertThat(minted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-realtime-whisper, prompt",
        "gpt-realtime-whisper, keywords",
        "gpt-4o-transcribe, keywords",
        "gpt-4o-mini-transcribe, delay",
        "gpt-4o-transcribe-diarize, prompt",
        "whisper-1, keywords",
        "whisper-1, delay",
    })
    void refusesAMemberThatTheModelDoesNotTake(String model, String member) {
        assertThat(failureOf(() -> mint(transcribing(model, ",'" + member + "':'x'}"))))
                .isEqualTo(new InvalidRequest(
                        "session.audio.input.transcription." + member,
                        "invalid_value",
                        "The '" + member + "' parameter is not supported for this model."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-live-transcribe  | },'turn_detection':null",
                "gpt-live-transcribe  | ,'prompt':'x','keywords':['y'],'delay':'low'}",
                "gpt-4o-transcribe    | },'turn_detection':{'type':'server_vad'}",
                "gpt-unheard-of       | ,'keywords':['y']},'turn_detection':{'type':'server_vad'}",
            })
    void leavesTheRestToTheVendor(String model, String more) {
        assertThat(mint(transcribing(model, more))).isEmpty();
        assertThat(minted).hasSize(1);
    }

    @Test
    void letsARealtimeSessionTranscribeWithTurnDetection() {
        // Recorded 2026-07-24 at both vendors.
        String body =
                "{'session':{'type':'realtime','audio':{'input':{'transcription':{'model':'gpt-realtime-whisper'},"
                        + "'turn_detection':{'type':'server_vad'}}}}}";

        assertThat(mint(body)).isEmpty();
    }

    @Test
    void refusesATranscriptionModelAsASessionsOwn() {
        assertThat(failureOf(() -> mint("{'session':{'type':'realtime','model':'gpt-4o-transcribe'}}")))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> {
                    assertThat(failure.param()).isEqualTo("session.model");
                    assertThat(failure.code()).isEqualTo("invalid_model");
                });
    }

    @ParameterizedTest
    @CsvSource({"2026-08-29, 0", "2026-08-30, 1", "2027-02-26, 1", "2027-03-01, 1"})
    void warnsOfAModelNearItsRetirement(String day, int warnings) {
        assertThat(mintOn(day, transcribing("whisper-1", "}")))
                .hasSize(warnings)
                .allSatisfy(warning -> {
                    assertThat(warning.code()).isEqualTo("model_retirement");
                    assertThat(warning.param()).isEqualTo("session.audio.input.transcription.model");
                    assertThat(warning.message()).contains("2027-02-26");
                });
    }

    @Test
    void warnsOfASessionsOwnModelToo() {
        assertThat(mintOn("2026-11-21", "{'session':{'type':'realtime','model':'gpt-realtime'}}"))
                .extracting(MintWarning::param)
                .containsExactly("session.model");
    }

    @Test
    void takesRulesOfTheOperatorsInsteadOfItsOwn() throws IOException {
        ModelRules rules = ModelRules.read(json("[{\"model\":\"m\",\"transcribes\":true,\"source\":\"me\"}]"));

        assertThat(rules.of(Optional.of("m"))).isPresent();
        assertThat(rules.of(Optional.of("whisper-1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"model\":\"m\",\"source\":\"s\",\"surprise\":1}]",
                "[{\"source\":\"s\"}]",
                "[{\"model\":\"m\",\"source\":\"s\",\"refuses\":[{\"param\":\"session.include\"}]}]",
                "[{\"model\":\"m\"}]",
                "[{\"model\":\"m\",\"source\":\"s\",\"retires\":\"soon\"}]",
                "no json",
            })
    void refusesRulesThatItDoesNotUnderstand(String rules) {
        assertThatThrownBy(() -> ModelRules.read(json(rules))).isInstanceOf(IOException.class);
    }

    @Test
    void doesNotStartWithRulesOfItsOwnThatItCannotRead() {
        assertThatThrownBy(() -> ModelRules.readOrFail(json("no json"))).isInstanceOf(UncheckedIOException.class);
    }

    private static InputStream json(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
