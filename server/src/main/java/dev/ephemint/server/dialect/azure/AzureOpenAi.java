package dev.ephemint.server.dialect.azure;

import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.mint.VendorName;
import java.util.Map;
import java.util.Optional;

/** What GA and preview have in common. */
sealed interface AzureOpenAi extends Dialect permits AzureDialect, AzurePreviewDialect {

    Deployments deployments();

    @Override
    default Optional<VendorName> modelVendor() {
        return Optional.of(VendorName.AZURE);
    }

    @Override
    default Map<String, String> modelDeployments() {
        return deployments().byModel();
    }

    /** Recorded for two shapes, 2026-05-11 and 2026-06-02. */
    @Override
    default boolean failsOnUnknownMember() {
        return true;
    }
}
