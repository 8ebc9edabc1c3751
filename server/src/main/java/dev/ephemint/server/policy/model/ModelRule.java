package dev.ephemint.server.policy.model;

import dev.ephemint.server.mint.VendorName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Facts from one source about models.
 *
 * @param models the models' exact names; empty for every model
 * @param vendors the vendors that serve the models; empty for every upstream
 * @param sessions the session types to which the facts apply
 */
public record ModelRule(
        Set<String> models, Set<VendorName> vendors, Set<String> sessions, Evidence evidence, List<ModelFact> facts) {

    public ModelRule {
        models = Set.copyOf(models);
        vendors = Set.copyOf(vendors);
        sessions = Set.copyOf(sessions);
        facts = List.copyOf(facts);
    }

    boolean isOfVendor(Optional<VendorName> vendor) {
        return vendors.isEmpty() || vendor.filter(vendors::contains).isPresent();
    }

    boolean isOfModel(String model) {
        return models.isEmpty() || models.contains(model);
    }
}
