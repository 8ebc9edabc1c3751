package dev.ephemint.server.upstream;

import static dev.ephemint.server.Fixtures.reply;
import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.openai.OpenAiDialect;
import dev.ephemint.server.dialect.openai.OpenAiEndpoint;
import dev.ephemint.server.mint.MintedToken;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectMintTest {

    private final List<UpstreamCall> sent = new ArrayList<>();
    private final DialectMint unit = new DialectMint(
            new OpenAiDialect(OpenAiEndpoint.of("https://vendor.example/v1")),
            call -> call.withHeader("authorization", "Bearer k"),
            call -> {
                sent.add(call);
                return reply(200, "{'value':'ek_1','expires_at':1}");
            });

    @Test
    void encodesSignsSendsAndDecodes() {
        MintedToken token = unit.mint(request("{'session':{'type':'transcription'}}"));

        assertThat(token.value().reveal()).isEqualTo("ek_1");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).headers()).containsEntry("authorization", "Bearer k");
    }

    @Test
    void printsTheDialectItSpeaks() {
        assertThat(unit).hasToString("DialectMint{openai}");
    }
}
