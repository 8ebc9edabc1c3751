package dev.ephemint.server.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The sections of the configuration that have a structure of their own. Each is valid by its schema, and read further by
 * the package that it is about; a missing node if it is absent.
 *
 * @param callers who may mint, by name
 * @param issuers whose tokens identify callers, by name
 * @param policies what callers may mint, by name
 * @param upstreams by name
 * @param pools tokens that are minted before they are asked for, by name
 * @param routes which upstreams serve which models
 * @param file the YAML file that holds them, if there is one: it is read again when it changes
 */
public record ConfigSections(
        JsonNode callers,
        JsonNode issuers,
        JsonNode policies,
        JsonNode upstreams,
        JsonNode pools,
        JsonNode routes,
        Optional<Path> file) {

    public static final String CALLERS = "callers";
    public static final String ISSUERS = "issuers";
    public static final String POLICIES = "policies";
    public static final String UPSTREAMS = "upstreams";
    public static final String POOLS = "pools";

    public static final String ROUTES = "routes";

    /** What the sections are called in the file. */
    public static final List<String> NAMES = List.of(CALLERS, ISSUERS, POLICIES, UPSTREAMS, POOLS, ROUTES);

    public static final ConfigSections NONE = of(MissingNode.getInstance(), Optional.empty());

    /** The sections of a configuration's whole tree. */
    public static ConfigSections of(JsonNode tree, Optional<Path> file) {
        return new ConfigSections(
                tree.path(CALLERS),
                tree.path(ISSUERS),
                tree.path(POLICIES),
                tree.path(UPSTREAMS),
                tree.path(POOLS),
                tree.path(ROUTES),
                file);
    }

    /** Whether callers are checked. */
    public boolean checksCallers() {
        return !callers.isMissingNode() || !issuers.isMissingNode();
    }

    /** Names only. */
    @Override
    public String toString() {
        return "ConfigSections[file=" + file + "]";
    }
}
