package dev.ephemint.server.upstream;

import static dev.ephemint.server.Fixtures.failed;
import static dev.ephemint.server.Fixtures.reply;
import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.dialect.openai.OpenAiDialect;
import dev.ephemint.server.dialect.openai.OpenAiEndpoint;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.mint.MintFailure.OutOfTime;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialectMintTest {

    private final List<UpstreamCall> sent = new ArrayList<>();
    private final Dialect dialect = new OpenAiDialect(OpenAiEndpoint.of("https://vendor.example/v1"));
    private final DialectMint unit =
            new DialectMint(dialect, () -> Map.of("authorization", "Bearer k"), (call, deadline) -> {
                sent.add(call);
                return reply(200, "{'value':'ek_1','expires_at':1,'session':{}}");
            });

    @Test
    void mintsThroughTheDialectAndTheCredential() {
        MintedToken token = unit.mint(request("{'session':{'type':'transcription'}}"));

        assertThat(token.value().reveal()).isEqualTo("ek_1");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).headers()).containsEntry("authorization", "Bearer k");
    }

    @Test
    void isOutOfTimeIfTheDeadlinePassesWithoutACredential() {
        Credential missing = () -> {
            throw new MintFailedException(new CredentialUnavailable("none"));
        };
        DialectMint withoutCredential = new DialectMint(dialect, missing, (call, deadline) -> {
            throw new AssertionError("sent without a credential");
        });
        MintRequest request = request("{'session':{'type':'transcription'}}");
        MintContext late = request.context().withDeadline(Deadline.within(Duration.ZERO));

        assertThat(failed(() -> withoutCredential.mint(request)).failure())
                .isEqualTo(new CredentialUnavailable("none"));
        assertThat(failed(() -> withoutCredential.mint(request.withContext(late)))
                        .failure())
                .isEqualTo(new OutOfTime());
    }

    @Test
    void redactsTheKeyInVendorErrors() {
        DialectMint echoing = new DialectMint(
                dialect,
                () -> Map.of("authorization", "Bearer PLANTED-key", "api-key", "PLANTED-too"),
                (call, deadline) -> new UpstreamReply(
                        400,
                        Map.of("x-request-id", "PLANTED-key"),
                        "{\"error\":{\"code\":\"PLANTED-key\",\"param\":\"PLANTED-too\",\"message\":\"PLANTED-key\"}}"));

        MintFailedException failed = failed(() -> echoing.mint(request("{'session':{'type':'transcription'}}")));

        assertThat(failed.failure().toString()).contains("[redacted]").doesNotContain("PLANTED");
        assertThat(failed.vendorRequestId()).isEmpty();
    }

    /** Only the parsed response shows it, and it has no form that the redactor knows. */
    @Test
    void redactsTheEscapedKeyInVendorErrors() {
        DialectMint echoing = new DialectMint(
                dialect,
                () -> Map.of("authorization", "Bearer gw/PLANTED.key"),
                (call, deadline) -> new UpstreamReply(
                        400,
                        Map.of("x-request-id", "gw%2FPLANTED.key"),
                        "{\"error\":{\"code\":\"gw\\/PLANTED.key\",\"message\":\"gw\\u002FPLANTED.\\u006bey\"}}"));

        MintFailedException failed = failed(() -> echoing.mint(request("{'session':{'type':'transcription'}}")));

        assertThat(failed.failure().toString()).contains("[redacted]").doesNotContain("PLANTED");
        assertThat(failed.vendorRequestId()).isEmpty();
    }

    @Test
    void toStringNamesTheDialect() {
        assertThat(unit).hasToString("DialectMint{openai}");
    }
}
