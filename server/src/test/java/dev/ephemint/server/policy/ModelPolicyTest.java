package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPolicyTest {

    private final List<MintRequest> minted = new ArrayList<>();
    private String vendor = "openai";
    private Map<String, String> deployments = Map.of();
    private ModelRules rules = ModelRules.builtIn();

    private MintedToken tokenOn(String day, String body) {
        Clock clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        return new ModelPolicy(rules.at(vendor, deployments), clock, Period.ofDays(180))
                .around(request -> {
                    minted.add(request);
                    return Fixtures.token(1);
                })
                .mint(request(body));
    }

    private List<MintWarning> mintOn(String day, String body) {
        var unused = tokenOn(day, body);
        return minted.get(0).warnings();
    }

    private List<MintWarning> mint(String body) {
        return mintOn("2026-01-01", body);
    }

    private void atAzure(String... modelAndDeployment) {
        vendor = "azure";
        deployments = modelAndDeployment.length == 0 ? Map.of() : Map.of(modelAndDeployment[0], modelAndDeployment[1]);
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

    /** In production in eastus2, 2026-10-04 to 06: OpenAI's refusal does not hold there. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt-live-transcribe", "my-live"})
    void mintsTurnDetectionForTheSameModelAtAzure(String name) {
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
    void refusesMemberThatTheModelDoesNotSupport(String model, String member) {
        assertThat(failureOf(() -> mint(transcribing(model, ",'" + member + "':'x'}"))))
                .isEqualTo(new InvalidRequest(
                        "session.audio.input.transcription." + member,
                        "invalid_value",
                        "The '" + member + "' parameter is not supported for this model."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-live-transcribe", "my-live", "of-no-model"})
    void refusesDelayAtAzureAsUnknown(String name) {
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
    void refusesLanguageWithRegionForTheOlderModels(String language) {
        assertThat(failureOf(() -> mint(transcribing("whisper-1", ",'language':'" + language + "'}"))))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> {
                    assertThat(failure.code()).isEqualTo("invalid_value");
                    assertThat(failure.param()).isEqualTo("session.audio.input.transcription.language");
                    assertThat(failure.message())
                            .startsWith("Invalid value: '" + language + "'. Supported values are: 'af', 'ar', 'az'");
                });
    }

    @Test
    void showsOnlyTheBeginningOfALongValue() {
        String language = "en-" + "x".repeat(1000);

        assertThat(failureOf(() -> mint(transcribing("whisper-1", ",'language':'" + language + "'}"))))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> assertThat(failure.message())
                        .startsWith("Invalid value: '" + language.substring(0, 64) + "…'."));
    }

    @Test
    void countsCharactersOfAPromptThatIsTooLong() {
        String prompt = "\uD83D\uDE00".repeat(1025);

        assertThat(failureOf(() -> mint(transcribing("gpt-live-transcribe", ",'prompt':'" + prompt + "'}"))))
                .isEqualTo(new InvalidRequest(
                        "session.audio.input.transcription.prompt",
                        "string_above_max_length",
                        "Invalid 'session.audio.input.transcription.prompt': string too long. Expected a string with maximum"
                                + " length 1024, but got a string with length 1025 instead."));
    }

    @Test
    void refusesKeywordWithUnsupportedCharacter() {
        assertThat(failureOf(() -> mint(transcribing("gpt-live-transcribe", ",'keywords':['fine','<b>']}"))))
                .isInstanceOfSatisfying(InvalidRequest.class, failure -> assertThat(failure.message())
                        .isEqualTo("The 'keywords' parameter contains unsupported characters."));
    }

    /** Recorded for either session type. */
    @ParameterizedTest
    @ValueSource(strings = {"transcription", "realtime"})
    void refusesTranscriptionWithoutModelAtOpenAi(String type) {
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
    void leavesASessionWithoutTranscriptionToTheVendor(String session) {
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
    void leavesTheRestToTheVendor(String model, String more) {
        assertThat(mint(transcribing(model, more))).isEmpty();
        assertThat(minted).hasSize(1);
    }

    @Test
    void knowsNothingOfAServerThatIsNoneOfTheVendors() {
        vendor = "compatible";

        assertThat(mintOn("2027-02-01", transcribing("whisper-1", ",'keywords':['y'],'delay':'low'}")))
                .isEmpty();
    }

    @Test
    void knowsNothingOfADeploymentThatServesSeveralModels() {
        vendor = "azure";
        deployments = Map.of("gpt-4o-transcribe", "shared", "whisper", "shared");

        assertThat(mintOn("2026-11-25", transcribing("shared", "}"))).isEmpty();
    }

    @Test
    void letsARealtimeSessionTranscribeWithTurnDetection() {
        // Recorded 2026-07-24 at both vendors.
        String body =
                "{'session':{'type':'realtime','audio':{'input':{'transcription':{'model':'gpt-realtime-whisper'},"
                        + "'turn_detection':{'type':'server_vad'}}}}}";

        assertThat(mint(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"openai, gpt-4o-transcribe", "azure, gpt-realtime-whisper", "azure, my-whisper"})
    void refusesATranscriptionModelAsASessionsOwn(String vendor, String model) {
        this.vendor = vendor;
        this.deployments = Map.of("gpt-realtime-whisper", "my-whisper");

        assertThat(failureOf(() -> mint("{'session':{'type':'realtime','model':'" + model + "'}}")))
                .isEqualTo(new InvalidRequest(
                        "session.model",
                        "invalid_model",
                        "Model \"" + model + "\" is not supported in realtime mode. It belongs in"
                                + " 'session.audio.input.transcription.model'."));
    }

    /** Four accounts, the last of 2026-09-08. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-live-transcribe  | }",
                "gpt-live-transcribe  | ,'prompt':'short','keywords':['y'],'delay':'low'}",
                "gpt-realtime-whisper | },'turn_detection':null",
            })
    void saysThatOnlyTheClientEndsTurns(String model, String more) {
        assertThat(mint(transcribing(model, more)))
                .containsExactly(new MintWarning(
                        "client_commit_required",
                        "The vendor ends no turn of '" + model
                                + "': send input_audio_buffer.commit at the end of each turn,"
                                + " because no transcript is completed without it.",
                        "session.audio.input.transcription.model"));
    }

    @Test
    void offersNoCallIfTheModelHasNone() {
        MintedToken token = tokenOn("2026-01-01", transcribing("gpt-transcribe", "}"));

        assertThat(token.connection().addresses().webRtc()).isEmpty();
        assertThat(minted.get(0).warnings())
                .extracting(MintWarning::code, MintWarning::message)
                .containsExactly(tuple(
                        "webrtc_not_supported",
                        "The vendor serves 'gpt-transcribe' by WebSocket only, so connect.webrtc is null."));
    }

    @ParameterizedTest
    @CsvSource({"openai, gpt-4o-transcribe", "azure, gpt-transcribe"})
    void leavesTheCallToOthers(String vendor, String model) {
        this.vendor = vendor;

        assertThat(tokenOn("2026-01-01", transcribing(model, "}")).connection().addresses())
                .isEqualTo(Fixtures.token(1).connection().addresses());
    }

    @ParameterizedTest
    @CsvSource({"2026-08-29, 0", "2026-08-30, 1", "2027-02-26, 1"})
    void warnsOfAModelNearItsRetirementAndNamesItsSuccessors(String day, int warnings) {
        assertThat(mintOn(day, transcribing("whisper-1", "}")))
                .hasSize(warnings)
                .allSatisfy(warning -> assertThat(warning)
                        .isEqualTo(new MintWarning(
                                "model_retirement",
                                "'whisper-1' will be shut down on 2027-02-26 by OpenAI's notice of 2026-08-26. Use"
                                        + " gpt-live-transcribe or gpt-transcribe instead.",
                                "session.audio.input.transcription.model")));
    }

    @Test
    void saysAPastDayAsPast() {
        assertThat(mintOn("2027-02-27", transcribing("whisper-1", "}")))
                .extracting(MintWarning::message)
                .containsExactly("'whisper-1' was shut down on 2027-02-26 by OpenAI's notice of 2026-08-26. Use"
                        + " gpt-live-transcribe or gpt-transcribe instead.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my-4o   | Version 2025-03-20 of 'gpt-4o-transcribe', the model behind 'my-4o', was shut down on 2026-10-15 by Azure's schedule of 2026-09-02.",
                "whisper | Version 001 of 'whisper' will be shut down on 2026-12-15 by Azure's schedule of 2026-09-02.",
            })
    void countsAzuresDaysByTheModelBehindTheDeployment(String name, String message) {
        atAzure("gpt-4o-transcribe", "my-4o");

        assertThat(mintOn("2026-11-25", transcribing(name, "}")))
                .extracting(MintWarning::message)
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-realtime, 2027-01-20",
        "openai, gpt-audio-mini, 2027-01-20",
        "azure, gpt-realtime, 2027-03-02"
    })
    void warnsOfASessionsOwnModelToo(String vendor, String model, String day) {
        this.vendor = vendor;

        assertThat(mintOn("2026-11-21", "{'session':{'type':'realtime','model':'" + model + "'}}"))
                .extracting(MintWarning::code, MintWarning::param)
                .containsExactly(tuple("model_retirement", "session.model"));
        assertThat(minted.get(0).warnings().get(0).message()).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, end on 2026-11-30", "2026-12-01, ended on 2026-11-30"})
    void warnsOfStoredPrompts(String day, String end) {
        assertThat(mintOn(day, "{'session':{'type':'realtime','prompt':{'id':'pmpt_1'}}}"))
                .extracting(MintWarning::code, MintWarning::param)
                .containsExactly(tuple("prompt_retirement", "session.prompt"));
        assertThat(minted.get(0).warnings().get(0).message()).startsWith("Stored prompts " + end + " at OpenAI");
    }

    @Test
    void warnsOfConnectorsByTheNumberOfTheTool() {
        String tools = "[{'type':'function'},{'type':'mcp','connector_id':'connector_gmail'}]";

        assertThat(mint("{'session':{'type':'realtime','prompt':null,'tools':" + tools + "}}"))
                .extracting(MintWarning::code, MintWarning::param)
                .containsExactly(tuple("deprecated_parameter", "session.tools[1].connector_id"));
    }

    @Test
    void followsAnOperatorsRulesWhateverTheVendor() throws IOException {
        vendor = "compatible";
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
