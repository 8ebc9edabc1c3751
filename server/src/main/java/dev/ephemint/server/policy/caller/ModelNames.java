package dev.ephemint.server.policy.caller;

import java.util.List;
import java.util.Map;

/**
 * Which model runs for a name in a request. Azure's deployments are found in any case of their name, so a name that is
 * spelled like a deployment counts as it.
 *
 * @param deployments model name to deployment name
 */
public record ModelNames(Map<String, String> deployments) {

    /** The models that may run: one, or all that are mapped to the deployment of that name. */
    public List<String> behind(String name) {
        String deployment = deployments.getOrDefault(name, name);
        List<String> mapped = deployments.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(deployment))
                .map(Map.Entry::getKey)
                .toList();
        return mapped.isEmpty() ? List.of(name) : mapped;
    }
}
