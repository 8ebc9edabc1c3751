package dev.ephemint.server.settings;

import java.util.List;
import java.util.Map;

/**
 * One of several upstreams. The settings of the vendors that are not its own have their defaults.
 *
 * @param modelNames the vendor's name of a model by the name that callers use
 * @param models patterns of the models that may run there, by the vendor's name; empty: any
 */
public record NamedUpstream(
        String name,
        UpstreamSettings upstream,
        OpenAiSettings openai,
        AzureSettings azure,
        Map<String, String> modelNames,
        List<String> models) {

    public NamedUpstream {
        modelNames = Map.copyOf(modelNames);
        models = List.copyOf(models);
    }

    /** Its path in the configuration. */
    public String path() {
        return ConfigSections.UPSTREAMS + "." + name;
    }
}
