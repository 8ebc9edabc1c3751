package dev.ephemint.conformance.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.polyglot.examination.TypedCase;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparisons with plain JSON are void if plain JSON itself loses what the cases are about. */
final class FacadeMintsTest {

    @Test
    void plainJsonArrivesWhole() {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                Gateway.Running facade = Facades.start(TargetDialect.OPENAI, vendor.uri())) {
            for (TypedCase mint : TypedCase.all()) {
                FacadeMints.mintPlainly(vendor, facade, mint);

                if (List.of("unknown-member", "realtime").contains(mint.name())) {
                    assertThat(FacadeMints.arrived(vendor).get("session"))
                            .isEqualTo(mint.request().get("session"));
                } else if (!mint.isFlat()) {
                    assertThat(FacadeMints.arrived(vendor)).isEqualTo(mint.request());
                }
            }
        }
    }
}
