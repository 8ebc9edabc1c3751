package dev.ephemint.conformance.verdict;

import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.vendor.MintingReaction;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit in front of Portkey's gateway and on both sides of it. */
final class PortkeyVerdictsTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachCheckHasThePinnedVerdict(boolean bothSides) {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                Peer portkey = Peer.start("portkey", "Your AI Gateway is running at", Map.of())) {
            vendor.script(MintingReaction.of(false));

            PinnedReport.of(new KitRun(portkey.uri(), Profiles.of("portkey"), Optional.of(vendor), bothSides, Map.of())
                            .run())
                    .isReached();
        }
    }
}
