package dev.ephemint.conformance.profile;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import java.util.Map;
import java.util.Set;

/**
 * What a target declares about itself.
 *
 * @param title one line for reports
 * @param dialect the vendor's interface behind the target
 * @param endpoints path of each operation that the target serves, below the target's URL
 * @param sessionTypes {@code transcription}, {@code realtime}
 */
public record Profile(
        String name,
        String title,
        TargetDialect dialect,
        Map<MintOperation, String> endpoints,
        Set<String> sessionTypes,
        Set<Feature> features) {
    public Profile {
        endpoints = Map.copyOf(endpoints);
        sessionTypes = Set.copyOf(sessionTypes);
        features = Set.copyOf(features);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
