package dev.ephemint.server.policy.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.mint.MintRequest;
import java.util.ArrayList;
import java.util.List;

/** Finds members of a request by a path in which {@code []} after a name is every item of a list. */
final class Members {

    private static final String EACH = "[]";

    private Members() {}

    /**
     * A member that is present.
     *
     * @param param its path, with the number of each item
     */
    record Member(String param, JsonNode value) {}

    /** Every member at the path; explicit nulls are left out, they mean off. */
    static List<Member> at(MintRequest request, String path) {
        List<Member> found = List.of(new Member("", request.body()));
        for (String step : path.split("\\.", -1)) {
            found = below(found, step);
        }
        return found.stream().filter(member -> !member.value().isNull()).toList();
    }

    private static List<Member> below(List<Member> parents, String step) {
        String name = step.endsWith(EACH) ? step.substring(0, step.length() - EACH.length()) : step;
        List<Member> children = new ArrayList<>();
        for (Member parent : parents) {
            JsonNode child = parent.value().path(name);
            String param = parent.param().isEmpty() ? name : parent.param() + "." + name;
            if (step.endsWith(EACH)) {
                for (int i = 0; i < child.size(); i++) {
                    children.add(new Member(param + "[" + i + "]", child.path(i)));
                }
            } else if (!child.isMissingNode()) {
                children.add(new Member(param, child));
            }
        }
        return children;
    }
}
