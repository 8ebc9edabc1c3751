package dev.ephemint.server.app.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.admission.redis.RedisProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services with the same keys, and one real Redis. */
final class SealedReplicasTest {

    @Test
    void aTokenIsExchangedOnceOverAllReplicasAndNotWithoutTheStore(@TempDir Path folder) throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                SealedService one = replica(folder, redis);
                SealedService other = replica(folder, redis)) {
            String sealed = one.sealed();
            String second = one.sealed();

            assertThat(other.exchange(sealed).status()).isEqualTo(200);
            assertThat(one.exchange(sealed).code()).isEqualTo("sealed_token_used");
            redis.kill();
            assertThat(other.exchange(second).code()).isEqualTo("admission_unavailable");
        }
    }

    private static SealedService replica(Path folder, RedisProcess redis) throws Exception {
        return new SealedService(
                folder,
                Map.of(
                        "admission.redis-url",
                        redis.uri().toString(),
                        "admission.when-away",
                        "local",
                        "audit.stream",
                        "true",
                        "audit.required",
                        "false",
                        "admission.timeout",
                        "PT5S",
                        "admission.replicas",
                        "2"));
    }
}
