package dev.ephemint.conformance.bench.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/** The configuration that Ephemint is measured with: callers, a policy, limits and metrics on. JSON is YAML, too. */
record EphemintConfig(URI address, URI vendor, String dialect, Path pepper, CallerKey key, Setup setup) {
    private static final String CALLER = "bench";
    private static final String MODEL = "gpt-4o-transcribe";
    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final int POOL_AGE_SECONDS = 240;
    private static final int LIFETIME_SECONDS = 600;

    String text(String request) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode server = root.putObject("server").put("port", address.getPort());
        ObjectNode upstream =
                root.putObject("upstream").put("url", vendor.toString()).put("dialect", dialect);
        if (setup.places() > 0) {
            server.put("max-requests", setup.places());
            upstream.put("max-connections", setup.places());
        }
        root.putObject("auth").put("pepper-file", pepper.toString());
        root.putObject("metrics").put("enabled", true).put("port", 0);
        policies(root.putObject("policies"));
        callers(root.putObject("callers"));
        if (setup.pool() > 0) {
            ObjectNode pool = root.putObject("pools").putObject(CALLER);
            pool.put("policy", CALLER).put("size", setup.pool()).put("max-age-seconds", POOL_AGE_SECONDS);
            pool.set("request", ExactJson.parse(request));
        }
        return ExactJson.writeIndented(root);
    }

    private void policies(ObjectNode policies) {
        policy(policies.putObject(CALLER), IntStream.range(1, setup.models()), LIFETIME_SECONDS);
        for (int i = 1; i < setup.callers(); i++) {
            policy(policies.putObject(CALLER + i), IntStream.of(i), LIFETIME_SECONDS + i);
        }
    }

    /** Its limits are counted, but never reached. */
    private static void policy(ObjectNode policy, IntStream others, int seconds) {
        policy.putArray("session-types").add("transcription");
        var models = policy.putArray("models");
        // The model of the requests comes last.
        others.forEach(other -> models.add("model-" + other));
        models.add(MODEL);
        policy.putObject("lifetime").put("max-seconds", seconds);
        policy.put("unknown-members", "allow");
        ObjectNode limits = policy.putObject("limits").putObject("caller");
        limits.putArray("windows").addObject().put("requests", NO_LIMIT).put("per", "60s");
        limits.put("open-tokens", NO_LIMIT);
    }

    private void callers(ObjectNode callers) {
        for (int i = 1; i < setup.callers(); i++) {
            caller(callers, CALLER + i, String.format(Locale.ROOT, "%012x", i), String.format(Locale.ROOT, "%064x", i));
        }
        caller(callers, CALLER, key.id(), key.hash());
    }

    private static void caller(ObjectNode callers, String name, String id, String hash) {
        ObjectNode caller = callers.putObject(name).put("policy", name);
        caller.putArray("keys").addObject().put("id", id).put("hash", hash);
    }

    @Override
    public String toString() {
        return "EphemintConfig[address=" + address + ", dialect=" + dialect + ", " + setup + "]";
    }
}
