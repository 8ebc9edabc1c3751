package dev.ephemint.server.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code pools}, which is valid by {@code pools.schema.json}. */
public final class PoolsReader {

    private static final int DEFAULT_MAX_AGE_SECONDS = 60;

    private PoolsReader() {}

    /** The pools; a missing section is none. */
    public static List<PoolSpec> read(JsonNode section) {
        List<PoolSpec> specs = new ArrayList<>();
        section.properties()
                .forEach(pool -> specs.add(new PoolSpec(
                        pool.getKey(),
                        Optional.ofNullable(pool.getValue().path("policy").textValue()),
                        pool.getValue().path("size").intValue(),
                        Duration.ofSeconds(
                                pool.getValue().path("max-age-seconds").asInt(DEFAULT_MAX_AGE_SECONDS)),
                        asSent(pool.getValue().path("request")))));
        return specs;
    }

    /** As the same request comes from a caller: YAML has other kinds of numbers. */
    private static ObjectNode asSent(JsonNode request) {
        try {
            return (ObjectNode) ContractJson.mapper().readTree(request.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is valid JSON", impossible);
        }
    }
}
