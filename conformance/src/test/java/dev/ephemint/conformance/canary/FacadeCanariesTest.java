package dev.ephemint.conformance.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Dialect;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.Operation;
import dev.ephemint.conformance.contract.ContractDocument;
import dev.ephemint.conformance.http.Caller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.Reaction;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The facade checks every constraint of the contract, says where, and lets nothing broken reach the vendor. */
final class FacadeCanariesTest {
    private static final ContractDocument CONTRACT = ContractDocument.base();
    private static final ScriptedVendor VENDOR = ScriptedVendor.start();
    private static final Gateway.Running FACADE = Facades.start(
            Dialect.OPENAI, VENDOR.uri(), Map.of("mint.model-rules-file", "src/test/resources/model-rules/none.json"));
    private static final Caller CALLER = new Caller();

    @BeforeAll
    static void vendorMintsWhateverItIsSent() {
        String minted = "{\"value\":\"ek_tape_x\",\"expires_at\":1790000600,\"session\":{\"type\":\"transcription\"}}";
        VENDOR.script(Reaction.answer(Message.answer(200, minted).with("content-type", "application/json")));
    }

    @ParameterizedTest
    @EnumSource
    void refusesEachCanary(Operation operation) {
        List<Canary> canaries = Canaries.of(CONTRACT.tree(), CONTRACT.requestSchema(operation));
        int before = VENDOR.requests().size();

        CanaryRun run = CanaryRun.of(canaries, body -> accepts(operation, body));

        long intact = canaries.stream().map(Canary::intact).distinct().count();
        assertThat(run.isVoid()).as(run.toString()).isFalse();
        assertThat(VENDOR.requests().size() - before).isEqualTo((int) intact);
    }

    @ParameterizedTest
    @EnumSource
    void namesTheMemberThatIsBroken(Operation operation) {
        List<Canary> canaries = Canaries.of(CONTRACT.tree(), CONTRACT.requestSchema(operation));

        assertThat(canaries).allSatisfy(canary -> assertThat(param(call(operation, canary.broken())))
                .as(canary.toString())
                .isEqualTo(canary.place()));
    }

    private static boolean accepts(Operation operation, JsonNode body) {
        Message answer = call(operation, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 400);
        return answer.status() == 200;
    }

    private static Message call(Operation operation, JsonNode body) {
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
