package dev.ephemint.server.app.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.admission.redis.RedisProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/** Calls of several services with one real Redis, and of one service with several vendors. */
final class HangUpReplicasTest {

    private static final String OFFER = "v=0\r\ns=-\r\n";
    private static final String CALL = "rtc_u2_E4xw9V7W";

    private final Path folder;
    private final CallVendor vendor = new CallVendor();

    HangUpReplicasTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    private SealedService replica(RedisProcess redis) throws Exception {
        return new SealedService(
                folder,
                Map.of(
                        "upstream.url", vendor.uri().toString(),
                        "openai.api-key", CallVendor.KEY,
                        "admission.redis-url", redis.uri().toString(),
                        "admission.timeout", "PT5S",
                        "audit.stream", "true",
                        "audit.required", "false",
                        "metrics.enabled", "true",
                        "metrics.port", "0",
                        "sealed.use", "call"));
    }

    @Test
    void aCallOfOneReplicaIsEndedAtAnotherAndTheStreamHasIt() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                SealedService one = replica(redis);
                SealedService other = one.replica();
                Jedis client = redis.client()) {
            assertThat(one.call(one.sealed(), OFFER).statusCode()).isEqualTo(201);

            assertThat(other.hangUp(one.other.reveal(), CALL).statusCode()).isEqualTo(404);
            assertThat(other.hangUp(one.key.reveal(), CALL).statusCode()).isEqualTo(200);
            assertThat(client.xrange("ephemint:1:{web}:audit", (StreamEntryID) null, null))
                    .extracting(StreamEntry::getFields)
                    .filteredOn(fields -> CALL.equals(fields.get("call")))
                    .extracting(fields -> fields.get("event"))
                    .containsExactly("called", "hung_up");
        }
    }

    /** The call is open then, so its SDP answer is passed on. */
    @Test
    void aCallThatCouldNotBeKeptIsOpenAndCounted() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                SealedService service = replica(redis)) {
            String sealed = service.sealed();
            vendor.beforeOpening = redis::kill;

            assertThat(service.call(sealed, OFFER).statusCode()).isEqualTo(201);
            assertThat(service.metrics())
                    .contains("ephemint_calls_total{result=\"opened\"} 1.0")
                    .contains("ephemint_calls_total{result=\"not_kept\"} 1.0");
            assertThat(service.hangUp(service.key.reveal(), CALL).body()).contains("admission_unavailable");
            assertThat(vendor.hangUps).isEmpty();
        }
    }

    @Test
    void eachHangUpIsCountedByItsResult() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                SealedService service = replica(redis)) {
            service.call(service.sealed(), OFFER);
            service.hangUp(service.key.reveal(), CALL);
            service.hangUp(service.key.reveal(), "rtc_other");
            service.hangUp(service.key.reveal(), "no.id");
            vendor.hangUp = CallVendor.json(400, "ended");
            service.hangUp(service.key.reveal(), CALL);

            assertThat(service.metrics())
                    .contains("ephemint_calls_total{result=\"hung_up\"} 1.0")
                    .contains("ephemint_calls_total{result=\"hangup_failed\"} 1.0")
                    .contains("ephemint_calls_total{result=\"unknown\"} 2.0")
                    .doesNotContain("not_kept");
        }
    }

    /** The vendor may have ended it: that it was recorded is not worth a failure. */
    @Test
    void aHangUpSucceedsWithoutItsRecord() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                SealedService service = replica(redis)) {
            service.call(service.sealed(), OFFER);
            vendor.beforeEnding = redis::kill;

            assertThat(service.hangUp(service.key.reveal(), CALL).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theUpstreamThatOpenedTheCallEndsIt() throws Exception {
        String key =
                Files.writeString(folder.resolve("vendor.key"), CallVendor.KEY).toString();
        String upstream = "%s: {dialect: openai, url: '%s', credential: {key-file: '%s'}}";
        try (CallVendor second = new CallVendor()) {
            String one = upstream.formatted("one", vendor.uri(), key);
            String two = upstream.formatted("two", second.uri(), key);
            Map<String, String> given = Map.of(
                    "upstreams", "{" + one + ", " + two + "}",
                    "policies", "{default: {upstreams: [two]}, plain: {}}",
                    "sealed.use", "call");
            try (SealedService service = new SealedService(folder, given)) {
                service.call(service.sealed(), OFFER);

                assertThat(service.hangUp(service.key.reveal(), CALL).statusCode())
                        .isEqualTo(200);
                assertThat(second.hangUps).hasSize(1);
                assertThat(vendor.hangUps).isEmpty();
            }
        }
    }
}
