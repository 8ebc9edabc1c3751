package dev.ephemint.conformance.polyglot.examination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KnownLimitsTest {
    private static final GeneratedClient GO = client("go");
    private static final KnownLimits LIMITS = KnownLimits.of(ExactJson.parse("""
            [
              {"client":"go","differences":"response *include: expected null, was (absent)","reason":"A slice.","since":"2026-11-26"},
              {"client":"java","differences":"*","reason":"Another client's.","since":"2026-11-26"}
            ]
            """));

    @Test
    void listedDifferenceIsExplained() {
        List<String> observed = List.of("response wire/null /session/include: expected null, was (absent)");

        assertThat(LIMITS.unexplained(GO, observed)).isEmpty();
        assertThat(LIMITS.stale(GO, observed)).isEmpty();
    }

    @Test
    void unlistedDifferenceFails() {
        assertThat(LIMITS.unexplained(GO, List.of("request wire/null /session/include: expected null, was (absent)")))
                .containsExactly(
                        "differs and is not listed: request wire/null /session/include: expected null, was (absent)");
    }

    @Test
    void entryThatNoLongerHoldsFails() {
        assertThat(LIMITS.stale(GO, List.of()))
                .containsExactly("is listed and no longer differs: response *include: expected null, was (absent)");
    }

    @Test
    void everyEntryOfTheListNamesAClientAndAReason() {
        assertThat(KnownLimits.read().entries()).isNotEmpty().allSatisfy(limit -> {
            assertThat(client(limit.client()).untried()).isEmpty();
            assertThat(limit.reason()).isNotBlank();
        });
    }

    private static GeneratedClient client(String name) {
        return GeneratedClient.all().stream()
                .filter(client -> client.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
