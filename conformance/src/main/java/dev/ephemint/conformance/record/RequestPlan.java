package dev.ephemint.conformance.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The requests of each dialect, from {@code requests/<dialect>.json}. */
public final class RequestPlan {
    /** The set that holds every request. */
    public static final String ALL = "all";

    private static final String MODEL = "{{model}}";

    private RequestPlan() {}

    /**
     * All requests of the dialect, in the order of the file.
     *
     * @param models one model or deployment that replaces the file's, or none
     */
    public static List<PlannedRequest> of(TargetDialect dialect, Collection<String> models) {
        JsonNode file = ExactJson.resource(RequestPlan.class, "requests/" + dialect.id() + ".json");
        String query = file.path("query").asText("");
        String model = models.stream().findFirst().orElse(file.path("model").asText());
        return StreamSupport.stream(file.path("requests").spliterator(), false)
                .map(request -> new PlannedRequest(
                        dialect,
                        request.path("name").asText(),
                        sets(request),
                        request.path("reason").asText(),
                        dialect.mintPath() + query,
                        withModel(request.path("body"), model),
                        request.path("breaks_contract").asBoolean()))
                .toList();
    }

    /**
     * The requests of one set.
     *
     * @throws IllegalArgumentException if there is no such set
     */
    public static List<PlannedRequest> set(TargetDialect dialect, String set, Collection<String> models) {
        List<PlannedRequest> all = of(dialect, models);
        List<PlannedRequest> chosen = set.equals(ALL)
                ? all
                : all.stream().filter(request -> request.sets().contains(set)).toList();
        if (chosen.isEmpty()) {
            Set<String> names = new TreeSet<>(Set.of(ALL));
            all.forEach(request -> names.addAll(request.sets()));
            throw new IllegalArgumentException("--set: unknown set; dialect " + dialect.id() + " has " + names);
        }
        return chosen;
    }

    private static Set<String> sets(JsonNode request) {
        Set<String> sets = new HashSet<>();
        request.path("sets").forEach(set -> sets.add(set.textValue()));
        return sets;
    }

    private static JsonNode withModel(JsonNode body, String model) {
        String quoted = ExactJson.write(TextNode.valueOf(model));
        return ExactJson.parse(ExactJson.write(body).replace("\"" + MODEL + "\"", quoted));
    }
}
