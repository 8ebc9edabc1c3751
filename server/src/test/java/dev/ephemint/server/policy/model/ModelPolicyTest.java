package dev.ephemint.server.policy.model;

import static dev.ephemint.server.Fixtures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.VendorName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelPolicyTest extends ModelPolicyFixture {

    @ParameterizedTest
    @ValueSource(strings = {"gpt-live-transcribe", "gpt-realtime-whisper"})
    void rejectsTurnDetectionWithTheVendorsMessage(String model) {
        // Recorded 2026-08-20.
        String body = transcribing(model, "},'turn_detection':{'type':'server_vad'}");

        assertThat(failureOf(() -> mint(body)))
                .isEqualTo(new InvalidRequest(
                        "session.audio.input.turn_detection",
                        "invalid_value",
                        "Turn detection is not supported for this transcription model."));
        assertThat(minted).isEmpty();
    }

    /** In production in eastus2, 2026-10-04 to 06: OpenAI's refusal does not hold there. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt-live-transcribe", "my-live"})
    void acceptsTurnDetectionForTheSameModelAtAzure(String name) {
        atAzure("gpt-live-transcribe", "my-live");

        assertThat(mint(transcribing(name, "},'turn_detection':{'type':'server_vad'}")))
                .isEmpty();
        assertThat(minted).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-realtime-whisper, prompt",
        "gpt-realtime-whisper, keywords",
        "gpt-realtime-whisper, languages",
        "gpt-4o-transcribe, keywords",
        "gpt-4o-transcribe, languages",
        "gpt-4o-mini-transcribe, delay",
        "gpt-transcribe, delay",
        "gpt-4o-transcribe-diarize, prompt",
        "gpt-4o-transcribe-diarize, languages",
        "whisper-1, keywords",
        "whisper-1, delay",
    })
    void rejectsAMemberThatTheModelDoesNotSupport(String model, String member) {
        assertThat(failureOf(() -> mint(transcribing(model, ",'" + member + "':'x'}"))))
                .isEqualTo(new InvalidRequest(
                        "session.audio.input.transcription." + member,
                        "invalid_value",
                        "The '" + member + "' parameter is not supported for this model."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-live-transcribe", "my-live", "of-no-model"})
    void rejectsDelayAtAzureAsUnknown(String name) {
        atAzure("gpt-live-transcribe", "my-live");

        assertThat(failureOf(() -> mint(transcribing(name, ",'delay':'low'}"))))
                .isEqualTo(new InvalidRequest(
                        "session.audio.input.transcription.delay",
                        "unknown_parameter",
                        "Unknown parameter: 'session.audio.input.transcription.delay'."));
    }

    /** Reported 2025-03, 2025-09 and 2026-08. */
    @ParameterizedTest
    @ValueSource(strings = {"en-US", "pt_BR", "zh-cn"})
    void rejectsALanguageWithRegionForOlderModels(String language) {
        assertThat(failureOf(() -> mint(transcribing("whisper-1", ",'language':'" + language + "'}"))))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> {
                    assertThat(failure.code()).isEqualTo("invalid_value");
                    assertThat(failure.param()).isEqualTo("session.audio.input.transcription.language");
                    assertThat(failure.message())
                            .startsWith("Invalid value: '" + language + "'. Supported values are: 'af', 'ar', 'az'");
                });
    }

    @ParameterizedTest
    @CsvSource({"64, ''", "65, …", "1000, …"})
    void truncatesAValueAfter64CharactersInTheMessage(int length, String end) {
        String language = "en-" + "x".repeat(length - 3);

        assertThat(failureOf(() -> mint(transcribing("whisper-1", ",'language':'" + language + "'}"))))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> assertThat(failure.message())
                        .startsWith("Invalid value: '" + language.substring(0, 64) + end + "'."));
    }

    @Test
    void countsPromptLengthInCodePoints() {
        String prompt = "\uD83D\uDE00".repeat(1025);

        assertThat(failureOf(() -> mint(transcribing("gpt-live-transcribe", ",'prompt':'" + prompt + "'}"))))
                .isEqualTo(new InvalidRequest(
                        "session.audio.input.transcription.prompt",
                        "string_above_max_length",
                        "Invalid 'session.audio.input.transcription.prompt': string too long. Expected a string with maximum"
                                + " length 1024, but got a string with length 1025 instead."));
    }

    @Test
    void acceptsAPromptOfTheGreatestLength() {
        assertThat(mint(transcribing("gpt-live-transcribe", ",'prompt':'" + "x".repeat(1024) + "'}")))
                .extracting(MintWarning::code)
                .containsExactly("client_commit_required");
    }

    @Test
    void rejectsAKeywordWithUnsupportedCharacters() {
        assertThat(failureOf(() -> mint(transcribing("gpt-live-transcribe", ",'keywords':['fine','<b>']}"))))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> assertThat(failure.message())
                        .isEqualTo("The 'keywords' parameter contains unsupported characters."));
    }

    /** Recorded for either session type. */
    @ParameterizedTest
    @ValueSource(strings = {"transcription", "realtime"})
    void rejectsTranscriptionWithoutModelAtOpenAi(String type) {
        String body = "{'session':{'type':'" + type + "','audio':{'input':{'transcription':{'language':'de'}}}}}";

        assertThat(failureOf(() -> mint(body)))
                .isEqualTo(new InvalidRequest(
                        "session.audio.input.transcription.model",
                        "missing_required_parameter",
                        "Missing required parameter: 'session.audio.input.transcription.model'."));
        atAzure();
        assertThat(mint(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'type':'transcription'}", "{'type':'transcription','audio':{'input':{'transcription':null}}}"})
    void passesOnASessionWithoutTranscription(String session) {
        assertThat(mint("{'session':" + session + "}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o-transcribe    | },'turn_detection':{'type':'server_vad'}",
                "gpt-4o-transcribe    | ,'language':'de'}",
                "gpt-4o-transcribe    | ,'language':5}",
                "gpt-unheard-of       | ,'keywords':['y'],'language':'en-US'},'turn_detection':{'type':'server_vad'}",
            })
    void passesOnRequestsThatNoRuleRejects(String model, String more) {
        assertThat(mint(transcribing(model, more))).isEmpty();
        assertThat(minted).hasSize(1);
    }

    @Test
    void appliesNoBuiltInRuleToAnUnknownVendor() {
        vendor = Optional.empty();

        assertThat(mintOn("2027-02-01", transcribing("whisper-1", ",'keywords':['y'],'delay':'low'}")))
                .isEmpty();
    }

    @Test
    void appliesNoModelRuleToASharedDeployment() {
        vendor = Optional.of(VendorName.AZURE);
        deployments = Map.of("gpt-4o-transcribe", "shared", "whisper", "shared");

        assertThat(mintOn("2026-11-25", transcribing("shared", "}"))).isEmpty();
    }

    @Test
    void acceptsTurnDetectionInARealtimeSession() {
        // Recorded 2026-07-24 at both vendors.
        String body =
                "{'session':{'type':'realtime','audio':{'input':{'transcription':{'model':'gpt-realtime-whisper'},"
                        + "'turn_detection':{'type':'server_vad'}}}}}";

        assertThat(mint(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"openai, gpt-4o-transcribe", "azure, gpt-realtime-whisper", "azure, my-whisper"})
    void rejectsATranscriptionModelAsTheRealtimeModel(String vendor, String model) {
        at(vendor);
        this.deployments = Map.of("gpt-realtime-whisper", "my-whisper");

        assertThat(failureOf(() -> mint("{'session':{'type':'realtime','model':'" + model + "'}}")))
                .isEqualTo(new InvalidRequest(
                        "session.model",
                        "invalid_model",
                        "Model \"" + model + "\" is not supported in realtime mode. It belongs in"
                                + " 'session.audio.input.transcription.model'."));
    }

    @Test
    void appliesOperatorRulesToAnyVendor() throws IOException {
        vendor = Optional.empty();
        rules = ModelRules.read(new ByteArrayInputStream("""
                [{"model": "m", "transcribes": true, "retires": "2027-01-01", "source": "our own list",
                  "refuses": [{"param": "session.include", "code": "c", "message": "No."}]}]""".getBytes(StandardCharsets.UTF_8)));

        assertThat(mintOn("2026-12-01", transcribing("m", "}")))
                .extracting(MintWarning::message)
                .containsExactly("'m' will be shut down on 2027-01-01 by our own list.");
        assertThat(failureOf(() -> mint("{'session':{'type':'transcription','include':[],'audio':{'input':{"
                        + "'transcription':{'model':'m'}}}}}")))
                .isEqualTo(new InvalidRequest("session.include", "c", "No."));
    }
}
