package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A member of a request by its dotted path in the nested shape; {@code []} after a name is every item of a list.
 *
 * @param text {@code session.tools[].type} for example
 */
public record RulePath(String text) {

    private static final String EACH = "[]";

    /** Whether it leads to items, of which there may be any number. */
    public boolean isOfItems() {
        return text.contains(EACH);
    }

    public boolean isBelow(RulePath other) {
        return text.startsWith(other.text + ".") || text.startsWith(other.text + EACH);
    }

    int depth() {
        return steps().size();
    }

    /** The members and items of a body at this path that are present, null included. */
    List<Site> in(ObjectNode body) {
        List<String> steps = steps();
        List<Site> found = new ArrayList<>();
        below(body, "", steps.get(0), found);
        for (String step : steps.subList(1, steps.size())) {
            List<Site> next = new ArrayList<>();
            found.forEach(site -> below(site.value(), site.param(), step, next));
            found = next;
        }
        return found;
    }

    private static void below(JsonNode parent, String param, String step, List<Site> found) {
        boolean each = step.endsWith(EACH);
        String name = each ? step.substring(0, step.length() - EACH.length()) : step;
        if (!(parent instanceof ObjectNode object) || !object.has(name)) {
            return;
        }
        String path = param.isEmpty() ? name : param + "." + name;
        if (!each) {
            found.add(new Site(object, name, 0, path));
        } else if (object.get(name).isArray()) {
            for (int i = 0; i < object.get(name).size(); i++) {
                found.add(new Site(object.get(name), "", i, path + "[" + i + "]"));
            }
        }
    }

    /**
     * Sets a member that is absent, with the objects above it. One of them may be null, which means off: nothing to set.
     *
     * @return false if something else than an object is above it
     */
    boolean create(ObjectNode body, JsonNode value) {
        ObjectNode parent = body;
        List<String> steps = steps();
        for (String name : steps.subList(0, steps.size() - 1)) {
            JsonNode next = parent.has(name) ? parent.get(name) : parent.putObject(name);
            if (!(next instanceof ObjectNode object)) {
                return next.isNull();
            }
            parent = object;
        }
        parent.set(steps.get(steps.size() - 1), value.deepCopy());
        return true;
    }

    private List<String> steps() {
        return Arrays.asList(text.split("\\.", -1));
    }

    @Override
    public String toString() {
        return text;
    }
}
