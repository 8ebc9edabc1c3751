package dev.ephemint.conformance.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The facade checks every constraint of the contract, says where, and lets nothing broken reach the vendor. */
final class FacadeCanariesTest {
    private static final DialectContract CONTRACT = DialectContract.base();
    private static final ScriptedVendor VENDOR = ScriptedVendor.start();
    private static final Gateway.Running FACADE = Facades.start(
            TargetDialect.OPENAI,
            VENDOR.uri(),
            Map.of("mint.model-rules-file", "src/test/resources/model-rules/none.json"));
    private static final MessageSender CALLER = new MessageSender();

    @BeforeAll
    static void vendorMintsForAnyRequest() {
        String minted = "{\"value\":\"ek_tape_x\",\"expires_at\":1790000600,\"session\":{\"type\":\"transcription\"}}";
        VENDOR.script(VendorReaction.response(Message.response(200, minted).with("content-type", "application/json")));
    }

    @ParameterizedTest
    @EnumSource
    void refusesEachCanary(MintOperation operation) {
        List<Canary> canaries = Canaries.of(CONTRACT.tree(), CONTRACT.requestSchema(operation));
        int before = VENDOR.requests().size();

        CanaryRun run = CanaryRun.of(canaries, body -> accepts(operation, body));

        long intact = canaries.stream().map(Canary::intact).distinct().count();
        assertThat(run.isInconclusive()).as(run.toString()).isFalse();
        assertThat(VENDOR.requests().size() - before).isEqualTo((int) intact);
    }

    @ParameterizedTest
    @EnumSource
    void namesTheMemberThatIsBroken(MintOperation operation) {
        List<Canary> canaries = Canaries.of(CONTRACT.tree(), CONTRACT.requestSchema(operation));

        assertThat(canaries).allSatisfy(canary -> assertThat(param(call(operation, canary.broken())))
                .as(canary.toString())
                .isEqualTo(canary.place()));
    }

    private static boolean accepts(MintOperation operation, JsonNode body) {
        Message response = call(operation, body);
        assertThat(response.status()).as(response.body()).isIn(200, 400);
        return response.status() == 200;
    }

    private static Message call(MintOperation operation, JsonNode body) {
        return CALLER.call(
                FACADE.uri(),
                Message.request("POST", "/v1" + operation.path(), ExactJson.write(body))
                        .with("content-type", "application/json"));
    }

    private static String param(Message refusal) {
        return ExactJson.parse(refusal.body()).at("/error/param").asText("");
    }

    @AfterAll
    static void close() {
        FACADE.close();
        VENDOR.close();
    }
}
