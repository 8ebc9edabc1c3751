package dev.ephemint.server.policy.route;

import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The upstreams of one request, and why.
 *
 * @param reason for the upstreams that were considered, and their order
 * @param route those that may mint
 * @param unserved those that do not serve the model
 * @param refused those that the caller's policy does not allow for the request
 */
public record RouteChoice(String reason, Route route, List<String> unserved, Map<String, MintFailedException> refused) {

    public RouteChoice {
        unserved = List.copyOf(unserved);
        refused = Map.copyOf(refused);
    }

    /** The names of those that may mint, in the order in which they are tried. */
    public List<String> upstreams() {
        return route.legs().stream().map(Route.Leg::upstream).toList();
    }

    /** For operators, one line for each fact. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("upstreams in their order: " + (upstreams().isEmpty() ? "none" : String.join(", ", upstreams()))
                + " (" + reason + ")");
        unserved.forEach(name -> lines.add(name + " does not serve the model"));
        refused.keySet().stream().sorted().forEach(name -> lines.add(name + " is not allowed by the caller's policy"));
        return lines;
    }
}
