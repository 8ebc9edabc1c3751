package dev.ephemint.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a target declares about itself.
 *
 * @param title one line for reports
 * @param dialect the vendor's interface behind the target
 * @param endpoints path of each operation that the target serves, below the target's URL
 * @param sessionTypes {@code transcription}, {@code realtime}
 * @param headers what the kit sends with each request, such as a credential; see {@link RequestHeaders} for variables
 * @param models a model that the target accepts for each session type; {@link #REFUSED} may be among them
 * @param upstream what the target sends to the vendor; empty if the kit cannot play the vendor
 */
public record Profile(
        String name,
        String title,
        TargetDialect dialect,
        Map<MintOperation, String> endpoints,
        Set<String> sessionTypes,
        Set<Feature> features,
        Map<String, String> headers,
        Map<String, String> models,
        Optional<Upstream> upstream) {
    /** Among the models: a transcription model that the caller's policy does not allow. */
    public static final String REFUSED = "refused";

    public Profile {
        endpoints = Map.copyOf(endpoints);
        sessionTypes = Set.copyOf(sessionTypes);
        features = Set.copyOf(features);
        headers = Map.copyOf(headers);
        models = Map.copyOf(models);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Whether the target has an endpoint for the operation. */
    public boolean serves(MintOperation operation) {
        return endpoints.containsKey(operation);
    }

    /** A response of the target, with what it declares to change as the vendor sent it. */
    public JsonNode withoutDeclared(JsonNode response, JsonNode vendors) {
        return DeclaredDifferences.undo(this, response, vendors);
    }

    /** The same without the headers of these names, which the caller replaces. */
    public Profile withoutHeaders(Set<String> lowerCaseNames) {
        Map<String, String> rest = new HashMap<>(headers);
        rest.keySet().removeIf(header -> lowerCaseNames.contains(header.toLowerCase(Locale.ROOT)));
        return new Profile(name, title, dialect, endpoints, sessionTypes, features, rest, models, upstream);
    }
}
