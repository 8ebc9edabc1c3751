package dev.ephemint.server.policy;

import java.util.List;
import java.util.Set;

/**
 * What one source says of some models at some vendors.
 *
 * @param models the models' names, exactly; empty for every model
 * @param vendors {@code openai}, {@code azure}; empty for whichever vendor is configured
 * @param sessions the session types of a request that it is about
 */
public record ModelRule(
        Set<String> models, Set<String> vendors, Set<String> sessions, Evidence evidence, List<ModelFact> facts) {

    /** The vendors that a rule may name. */
    public static final Set<String> VENDORS = Set.of("openai", "azure");

    public ModelRule {
        models = Set.copyOf(models);
        vendors = Set.copyOf(vendors);
        sessions = Set.copyOf(sessions);
        facts = List.copyOf(facts);
    }

    boolean isOfVendor(String vendor) {
        return vendors.isEmpty() || vendors.contains(vendor);
    }

    boolean isOfModel(String model) {
        return models.isEmpty() || models.contains(model);
    }
}
