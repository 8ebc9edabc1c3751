package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A schema with references followed, {@code allOf} merged and null taken out of unions.
 *
 * @param pointer where the schema itself is written
 * @param textPointer place of its description, which may be the reference to it
 * @param name the component's name; empty if the schema is written in place
 * @param schema the schema, with the texts of what refers to it
 * @param form the schema or reference that a union of this form would have
 * @param branches the forms of a union, null excepted; empty if the schema is no union
 */
record SchemaView(
        String pointer,
        String textPointer,
        String name,
        JsonNode schema,
        boolean nullable,
        JsonNode form,
        List<Branch> branches) {
    SchemaView {
        branches = List.copyOf(branches);
    }

    boolean isUnion() {
        return !branches.isEmpty();
    }

    /**
     * One form of a union.
     *
     * @param step {@code oneOf/0}
     */
    record Branch(String step, JsonNode schema) {}
}
