package dev.ephemint.server.admission.redis;

import static org.assertj.core.api.Assertions.assertThat;

import redis.clients.jedis.Jedis;

/** Scripts of production but for two expressions: the clock is read from a key, and keys do not expire by the server's own clock. */
final class VirtualScripts {

    private static final String KEY = "test:now";
    private static final String CLOCK =
            "local time = redis.call('TIME')\nlocal now = time[1] * 1000 + math.floor(time[2] / 1000)";
    private static final String EXPIRY = "redis.call('PEXPIRE', key, math.ceil(ms) + MARGIN)";

    private VirtualScripts() {}

    static Script of(String script) {
        return Script.of(replaced(
                replaced(script, CLOCK, "local now = tonumber(redis.call('GET', '" + KEY + "'))"), EXPIRY, ""));
    }

    static void setTime(Jedis client, long millis) {
        client.set(KEY, Long.toString(millis));
    }

    static String replaced(String script, String part, String other) {
        assertThat(script).containsOnlyOnce(part);
        return script.replace(part, other);
    }
}
