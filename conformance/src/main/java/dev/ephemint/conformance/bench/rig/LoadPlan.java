package dev.ephemint.conformance.bench.rig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How to send requests.
 *
 * @param rate requests per second; only of an open model
 * @param time how long; not of a burst
 */
public record LoadPlan(Model model, int connections, int rate, Duration time) {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int OPEN_CONNECTIONS = 2000;

    /** When a request is sent. */
    public enum Model {
        CLOSED,
        OPEN,
        BURST
    }

    /** Each connection sends its next request once the last one is over. */
    public static LoadPlan closed(int connections, Duration time) {
        return new LoadPlan(Model.CLOSED, connections, 0, time);
    }

    /** At a fixed rate, however long responses take; latencies count from the intended start. */
    public static LoadPlan open(int rate, Duration time) {
        return new LoadPlan(Model.OPEN, OPEN_CONNECTIONS, rate, time);
    }

    /** One request on each of so many open connections, all at once. */
    public static LoadPlan burst(int connections) {
        return new LoadPlan(Model.BURST, connections, 0, Duration.ZERO);
    }

    ObjectNode on(URI address, Map<String, String> headers, String body) {
        ObjectNode plan = JsonNodeFactory.instance
                .objectNode()
                .put("url", address.toString())
                .put("body", body)
                .put("mode", model.name().toLowerCase(java.util.Locale.ROOT))
                .put("connections", connections)
                .put("rate", rate)
                .put("millis", time.toMillis())
                .put("timeout_millis", TIMEOUT.toMillis());
        ObjectNode sent = plan.putObject("headers");
        headers.forEach(sent::put);
        return plan;
    }
}
