package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;

/** A member that no contract names, with a value that careless code changes. */
enum UnknownMember {
    NULLS(
            Variant.SIBLING_NULLS,
            Variant.INSIDE_NULLS,
            "{\"none\":null,\"list\":[null,{\"deep\":null}],\"empty\":{},\"text\":\"\"}"),
    INTEGERS(
            Variant.SIBLING_INTEGERS,
            Variant.INSIDE_INTEGERS,
            "[9007199254740993,123456789012345678901234567890,-9223372036854775809,0]"),
    DECIMALS(
            Variant.SIBLING_DECIMALS,
            Variant.INSIDE_DECIMALS,
            "{\"price\":1.10,\"long\":0.1000000000000000055511151231257827,\"whole\":2.0}");

    static final String NAME = "x_matrix";

    private final Variant sibling;
    private final Variant inside;
    private final String value;

    UnknownMember(Variant sibling, Variant inside, String value) {
        this.sibling = sibling;
        this.inside = inside;
        this.value = value;
    }

    Variant sibling() {
        return sibling;
    }

    Variant inside() {
        return inside;
    }

    ObjectNode addTo(ObjectNode object) {
        return object.deepCopy().set(NAME, ExactJson.parse(value));
    }
}
