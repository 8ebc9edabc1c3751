package dev.ephemint.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.policy.route.RouteRules;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.reader.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the routes from the configuration. */
final class RouteSection {

    private RouteSection() {}

    /**
     * The routes as the sections have them now.
     *
     * @param upstreams in their order
     * @throws BadSettingsException with everything that is wrong with them
     */
    static RouteRules read(ConfigSections sections, List<String> upstreams) {
        List<String> problems = new ArrayList<>();
        List<RouteRules.Rule> rules = new ArrayList<>();
        for (JsonNode route : sections.routes()) {
            String path = ConfigSections.ROUTES + "[" + rules.size() + "].upstreams";
            problems.addAll(unknown(path, route.path("upstreams"), Set.copyOf(upstreams)));
            rules.add(
                    RouteRules.Rule.of(rules.size() + 1, texts(route.path("models")), texts(route.path("upstreams"))));
        }
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return new RouteRules(rules, upstreams);
    }

    /** The names in a list that are not those of an upstream, each as a problem. */
    static List<String> unknown(String path, JsonNode names, Set<String> upstreams) {
        return texts(names).stream()
                .filter(name -> !upstreams.contains(name))
                .map(name -> path + ": upstreams has no " + name
                        + Nearest.of(name, upstreams)
                                .map(near -> ", did you mean " + near + "?")
                                .orElse(""))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
