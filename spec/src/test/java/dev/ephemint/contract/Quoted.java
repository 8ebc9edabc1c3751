package dev.ephemint.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** JSON with single quotes, to be readable in a test. */
final class Quoted {

    private Quoted() {}

    static JsonNode json(String text) {
        try {
            return ContractJson.mapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
