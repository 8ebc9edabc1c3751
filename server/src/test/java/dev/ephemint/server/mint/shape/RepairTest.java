package dev.ephemint.server.mint.shape;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.shape.Repair.Repaired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairTest {

    private static final Repair ON = new Repair(true, "gpt-4o-mini-transcribe"::equals);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'session':{'type':'realtime','model':'gpt-4o-mini-transcribe'}} | {'session':{'type':'transcription','audio':{'input':{'transcription':{'model':'gpt-4o-mini-transcribe'}}}}}",
                "{'session':{'type':'realtime','model':'talk','input_audio_transcription':{'model':'dep'}}} | {'session':{'type':'realtime','model':'talk','audio':{'input':{'transcription':{'model':'dep'}}}}}",
                "{'session':{'type':'transcription','model':'m'}} | {'session':{'type':'transcription','audio':{'input':{'transcription':{'model':'m'}}}}}",
                "{'session':{'type':'transcription','model':'m','audio':{'input':{'transcription':{'language':'en'}}}}} | {'session':{'type':'transcription','audio':{'input':{'transcription':{'language':'en','model':'m'}}}}}",
                "{'session':{'type':'transcription','model':'m','audio':{'input':{'transcription':{'model':'m'}}}}} | {'session':{'type':'transcription','audio':{'input':{'transcription':{'model':'m'}}}}}",
                "{'session':{'type':'transcription','input_audio_format':'pcm16','turn_detection':null}} | {'session':{'type':'transcription','audio':{'input':{'format':{'type':'audio/pcm','rate':24000},'turn_detection':null}}}}",
                "{'session':{'type':'transcription','client_secret':{'expires_after':{'seconds':60}}}} | {'session':{'type':'transcription'},'expires_after':{'seconds':60}}",
                "{'expires_in':60,'x':1} | {'x':1,'expires_after':{'seconds':60}}",
            })
    void movesAMisplacedMemberToItsPlace(String body, String repaired) {
        Repaired result = ON.apply(json(body), false);

        assertThat(result.body()).isEqualTo(json(repaired));
        assertThat(result.warnings()).isNotEmpty().allMatch(warning -> warning.code()
                .equals("request_repaired"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'m'} | {'input_audio_transcription':{'model':'m'}} | session.model",
                "{'expires_after':{'seconds':60}} | {'client_secret':{'expires_after':{'seconds':60}}} | session.expires_after",
                "{'client_secret':{'expires_at':{'seconds':60}}} | {'client_secret':{'expires_after':{'seconds':60}}} | client_secret.expires_at",
            })
    void movesMembersOfTheFlatShape(String body, String repaired, String param) {
        Repaired result = ON.apply(json(body), true);

        assertThat(result.body()).isEqualTo(json(repaired));
        assertThat(result.warnings())
                .singleElement()
                .extracting(MintWarning::param)
                .isEqualTo(param);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'session':{'type':'transcription','model':'m','audio':{'input':{'transcription':{'model':'other'}}}}}",
                "{'session':{'type':'transcription','model':'m','audio':{'input':{'transcription':null}}}}",
                "{'session':{'type':'transcription','model':'m','audio':null}}",
                "{'session':{'type':'transcription','turn_detection':{'type':'server_vad'},'audio':{'input':{'turn_detection':null}}}}",
                "{'session':{'type':'realtime','model':'gpt-4o-mini-transcribe','instructions':'i'}}",
                "{'session':{'type':'realtime','model':'gpt-realtime'}}",
                "{'session':{'type':'realtime','model':7}}",
                "{'session':[{'model':'m'}]}",
                "{'session':{'type':'realtime','modalities':['text']}}",
            })
    void leavesAmbiguousRequestsUnchanged(String body) {
        Repaired result = ON.apply(json(body), false);

        assertThat(result.body()).isEqualTo(json(body));
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void warnsOfEveryMove() {
        Repaired result = ON.apply(json("{'session':{'type':'realtime','model':'gpt-4o-mini-transcribe'}}"), false);

        assertThat(result.warnings())
                .containsExactly(new MintWarning(
                        "request_repaired",
                        "'session.model' was moved to 'session.audio.input.transcription.model', and the session became a"
                                + " transcription session (mint.repair).",
                        "session.model"));
        assertThat(result).hasToString("Repaired" + result.warnings());
    }

    @Test
    void changesNothingUnlessEnabled() {
        String body = "{'session':{'type':'transcription','model':'m'}}";

        Repaired result = Repair.OFF.apply(json(body), false);

        assertThat(result.body()).isEqualTo(json(body));
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void namesTheSettingInARejectionThatItWouldPrevent() {
        InvalidRequest refusal = new InvalidRequest("session.model", "c", "No.");
        String body = "{'session':{'type':'transcription','model':'m'}}";

        assertThat(Repair.OFF.explained(refusal, json(body), false).message())
                .isEqualTo("No. The setting mint.repair=true moves it there.");
        assertThat(ON.explained(refusal, json(body), false)).isEqualTo(refusal);
        assertThat(Repair.OFF.explained(refusal, json("{'session':{'type':'transcription'}}"), false))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session.type  | {'session':{'type':'transcription','model':'m'}}",
                "session.model | {'session':{'type':'realtime','model':'of-no-known-kind'}}",
            })
    void doesNotNameTheSettingIfItWouldNotPreventTheRejection(String param, String body) {
        InvalidRequest refusal = new InvalidRequest(param, "c", "No.");

        assertThat(Repair.OFF.explained(refusal, json(body), false)).isEqualTo(refusal);
    }
}
