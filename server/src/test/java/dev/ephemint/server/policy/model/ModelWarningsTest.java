package dev.ephemint.server.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelWarningsTest extends ModelPolicyFixture {

    /** Four accounts, the last of 2026-09-08. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-live-transcribe  | }",
                "gpt-live-transcribe  | ,'prompt':'short','keywords':['y'],'delay':'low'}",
                "gpt-realtime-whisper | },'turn_detection':null",
            })
    void warnsIfTheClientMustCommit(String model, String more) {
        assertThat(mint(transcribing(model, more)))
                .containsExactly(new MintWarning(
                        "client_commit_required",
                        "The vendor ends no turn of '" + model
                                + "': send input_audio_buffer.commit at the end of each turn,"
                                + " because no transcript is completed without it.",
                        "session.audio.input.transcription.model"));
    }

    @Test
    void removesWebRtcForAModelWithoutIt() {
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
    void keepsWebRtcForOtherModels(String vendor, String model) {
        at(vendor);

        assertThat(tokenOn("2026-01-01", transcribing(model, "}"))).isSameAs(WITH_WEB_RTC);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-29, 0", "2026-08-30, 1", "2027-02-26, 1"})
    void warnsOfRetirementAndNamesSuccessors(String day, int warnings) {
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
    void reportsAPastRetirementInThePastTense() {
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
    void warnsOfRetirementOfTheModelBehindADeployment(String name, String message) {
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
    void warnsOfRetirementOfTheRealtimeModel(String vendor, String model, String day) {
        at(vendor);

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
    void warnsOfConnectorsWithTheToolsIndex() {
        String tools = "[{'type':'function'},{'type':'mcp','connector_id':'connector_gmail'}]";

        assertThat(mint("{'session':{'type':'realtime','prompt':null,'tools':" + tools + "}}"))
                .extracting(MintWarning::code, MintWarning::param)
                .containsExactly(tuple("deprecated_parameter", "session.tools[1].connector_id"));
    }
}
