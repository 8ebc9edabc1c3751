package dev.ephemint.server.doctor.probe;

import static dev.ephemint.server.Fixtures.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.testing.TestLimits;
import dev.ephemint.server.upstream.socket.ConnectivityCheck;
import dev.ephemint.server.upstream.socket.SocketExchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelProbeTest {

    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'2027-02-26'           | warn | shuts gpt-live-transcribe down on 2027-02-26",
                "'2027-02-26T00:00:00Z' | warn | shuts gpt-live-transcribe down on 2027-02-26",
                "1803600000             | warn | shuts gpt-live-transcribe down on 2027-02-26",
                "'2026-10-01'           | warn | shut gpt-live-transcribe down on 2026-10-01",
                "'2028-01-01'           | ok   | shuts gpt-live-transcribe down on 2028-01-01",
                "null                   | ok   | lists gpt-live-transcribe without a shutdown date",
                "'soon'                 | ok   | lists gpt-live-transcribe without a shutdown date",
                "'sometime in 2027'     | ok   | lists gpt-live-transcribe without a shutdown date",
                "1e400                  | ok   | lists gpt-live-transcribe without a shutdown date",
                "123456789012345678901  | ok   | lists gpt-live-transcribe without a shutdown date"
            },
            quoteCharacter = '"')
    void readsTheShutdownDateInAnyForm(String date, String verdict, String summary) {
        StepReport step = check(
                call -> reply(200, "{'data':[{'id':'gpt-live-transcribe','shutdown_date':" + date + "},{'id':'x'}]}"));

        assertThat(step.verdict()).hasToString(verdict);
        assertThat(step.summary()).isEqualTo("the vendor " + summary);
        assertThat(step.received()).startsWith("200", "(2 models)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{'data':[]}", "{'data':{}}", "{'data':[1,{'id':2}]}", "[]", ""})
    void skipsAVendorWithoutAList(String body) {
        StepReport step = check(call -> reply(200, body));

        assertThat(step.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(step.summary()).isEqualTo("GET /models: status 200, no list of models");
        assertThat(step.diagnosis()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405, 500})
    void skipsAVendorThatRejectsTheRequest(int status) {
        assertThat(check(call -> reply(status, "{}")).verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void skipsIfThereIsNoResponse() {
        StepReport step = check(call -> {
            throw new MintFailedException(new TimedOut());
        });

        assertThat(step.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(step.sent()).contains("GET http://127.0.0.1:9/v1/models", "authorization: [redacted]");
    }

    @Test
    void proposesListedModels() {
        StepReport step = check(call -> reply(200, "{'data':[{'id':'gpt-transcribe'},{'id':'gpt-realtime'}]}"));

        assertThat(step.diagnosis().orElseThrow().fix()).endsWith("set mint.default-model to gpt-transcribe.");
    }

    @Test
    void proposesNoUnlistedModel() {
        StepReport step = check(call -> reply(200, "{'data':[{'id':'parakeet'}]}"));

        assertThat(step.diagnosis().orElseThrow().fix()).endsWith("set mint.default-model to another model.");
    }

    @Test
    void sendsTheKeyAndNoBody() {
        List<String> asked = new ArrayList<>();
        check(call -> {
            asked.add(call.method() + " " + call.uri().getPath() + " "
                    + call.headers().keySet());
            return reply(404, "");
        });

        assertThat(asked).containsExactly("GET /v1/models [authorization]");
    }

    private static StepReport check(Function<UpstreamCall, UpstreamReply> vendor) {
        Target target = TestTargets.ofOpenAi();
        Duration second = Duration.ofSeconds(1);
        Probes probes = new Probes(
                new ConnectivityCheck(second),
                (call, deadline) -> vendor.apply(call),
                new SocketExchange(TestLimits.AMPLE),
                NOVEMBER,
                second,
                second);
        return new ModelProbe(target, probes, target.context()).examine().step();
    }
}
