package dev.ephemint.conformance.verdict;

import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.vendor.MintingReaction;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit in front of LiteLLM's proxy and on both sides of it. The proxy takes 755 MB and sends most failed mints three times. */
@Tag("nightly")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
final class LiteLlmVerdictsTest {
    private static final Map<String, String> CALLER = Map.of("LITELLM_MASTER_KEY", "sk-kit-litellm");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachCheckHasThePinnedVerdict(boolean bothSides) {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                Peer litellm = Peer.start("litellm", "Uvicorn running on", environment(vendor))) {
            vendor.script(MintingReaction.of(false));

            PinnedReport.of(new KitRun(litellm.uri(), Profiles.of("litellm"), Optional.of(vendor), bothSides, CALLER)
                            .run())
                    .isReached();
        }
    }

    private static Map<String, String> environment(ScriptedVendor vendor) {
        return Map.of(
                "VENDOR_URL",
                vendor.uri() + "/v1",
                "OPENAI_API_KEY",
                PlantedKey.VALUE,
                "LITELLM_MASTER_KEY",
                "sk-kit-litellm",
                "NO_PROXY",
                "127.0.0.1");
    }
}
