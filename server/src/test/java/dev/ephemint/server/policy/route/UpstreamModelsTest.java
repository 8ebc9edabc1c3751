package dev.ephemint.server.policy.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpstreamModelsTest {

    private static final UpstreamModels ANY = new UpstreamModels(List.of(), Map.of(), Map.of());
    private static final UpstreamModels RESTRICTED = new UpstreamModels(
            List.of(ModelPattern.of("gpt-realtime"), ModelPattern.of("*-transcribe")),
            Map.of("captions", "gpt-4o-transcribe"),
            Map.of("gpt-4o-transcribe", "ears", "secret-model", "mouth"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | {'type':'transcription'}",
                "true  | {'type':'transcription','audio':{'input':{'transcription':null}}}",
                "true  | {'type':'transcription','audio':{'input':{'transcription':{'model':'captions'}}}}",
                "true  | {'type':'transcription','audio':{'input':{'transcription':{'model':'EARS'}}}}",
                "true  | {'type':'realtime','model':'gpt-realtime'}",
                "false | {'type':'realtime'}",
                "false | {'type':'realtime','model':7}",
                "false | {'type':'realtime','model':'gpt-realtime','audio':{'input':{'transcription':{'model':'whisper-1'}}}}",
                "false | {'type':'transcription','audio':{'input':{'transcription':{'model':'mouth'}}}}",
                "false | {'type':'transcription','audio':{'input':{'transcription':{'model':'GPT-4o-Transcribe'}}}}",
                "false | {'type':'transcription','audio':{'input':{'transcription':{}}}}",
            })
    void allowsOnlyTheModelsThatWouldRun(boolean allowed, String session) {
        MintRequest named = RESTRICTED.named(Fixtures.request("{'session':" + session + "}"));

        assertThat(RESTRICTED.allows(named)).isEqualTo(allowed);
    }

    @Test
    void allowsAnyIfNoneIsListed() {
        assertThat(ANY.allows(Fixtures.request("{'session':{'type':'realtime'}}")))
                .isTrue();
    }

    @Test
    void namesTheModelAsTheVendorDoesAndBack() {
        MintRequest asked = Fixtures.transcription("{'transcription':{'model':'captions'}}");
        MintedToken token = token("{'session':{'audio':{'input':{'transcription':{'model':'gpt-4o-transcribe'}}}}}");

        assertThat(RESTRICTED.named(asked).transcriptionModel()).contains("gpt-4o-transcribe");
        assertThat(RESTRICTED.restored(asked, token).response())
                .isEqualTo(Fixtures.json("{'session':{'audio':{'input':{'transcription':{'model':'captions'}}}}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'captions'}  | {'session':{'audio':{'input':{'transcription':{'model':'another'}}}}}",
                "{'model':'captions'}  | {'session':{'type':'transcription'}}",
                "{}                    | {'session':{'audio':{'input':{'transcription':{'model':'gpt-4o-transcribe'}}}}}",
            })
    void leavesAResponseWithAnotherModelAsItIs(String block, String response) {
        MintRequest asked = Fixtures.transcription("{'transcription':" + block + "}");

        assertThat(RESTRICTED.restored(asked, token(response)).response()).isEqualTo(Fixtures.json(response));
    }

    @Test
    void changesNothingWithoutNames() {
        MintRequest asked = Fixtures.transcription("{'transcription':{'model':'captions'}}");
        MintedToken token = token("{}");

        assertThat(ANY.named(asked)).isSameAs(asked);
        assertThat(ANY.restored(asked, token)).isSameAs(token);
    }

    private static MintedToken token(String response) {
        return Fixtures.token(0).withResponse(Fixtures.json(response));
    }
}
