package dev.ephemint.conformance.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.json.ExactJson;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FidelityTest {

    private static List<String> differences(String sent, String arrived, String expected, String returned) {
        return Fidelity.compare(
                ExactJson.parse(sent), ExactJson.parse(arrived), ExactJson.parse(expected), ExactJson.parse(returned));
    }

    @Test
    void connectionHintsAndTheOrderOfMembersAreNoDifference() {
        assertThat(differences("{\"a\":1,\"b\":null}", "{\"b\":null,\"a\":1}", "{\"v\":1}", "{\"v\":1,\"connect\":{}}"))
                .isEmpty();
    }

    @Test
    void reportsWhereSomethingIsDroppedRoundedOrReplacedWithoutItsValue() {
        assertThat(differences(
                        "{\"a\":9007199254740993,\"b\":null,\"c\":0.50}",
                        "{\"a\":9007199254740992,\"c\":0.5}",
                        "{\"value\":\"ek_1\"}",
                        "{\"value\":\"ek_2\"}"))
                .containsExactly("request /a", "request /b", "request /c", "response /value");
    }

    @Test
    void reportsSixDifferencesAtMost() {
        assertThat(differences("[1,2,3,4,5,6,7,8]", "[]", "{}", "{}")).hasSize(6);
    }
}
