package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What must happen to a body. */
sealed interface Expectation {

    /**
     * It arrives as this tree.
     *
     * @param unchanged the tree without the gateway's own changes
     * @param intended ids of those changes
     */
    record Arrives(JsonNode tree, JsonNode unchanged, List<String> intended) implements Expectation {
        public Arrives {
            intended = List.copyOf(intended);
        }
    }

    /**
     * The gateway rejects it before the vendor sees it, and names one of these members, one around it or one in it.
     *
     * @param intended ids of the rejections that the schema does not state
     */
    record Rejected(Set<String> members, List<String> intended) implements Expectation {
        public Rejected {
            members = Set.copyOf(members);
            intended = List.copyOf(intended);
        }
    }
}
