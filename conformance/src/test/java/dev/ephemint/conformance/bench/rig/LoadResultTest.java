package dev.ephemint.conformance.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.json.ExactJson;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoadResultTest {

    @Test
    void readsWhatTheGeneratorPrints() {
        LoadResult result = LoadResult.of(ExactJson.parse("{\"elapsed_us\":2000000,"
                + "\"statuses\":{\"200\":7,\"503\":2,\"timeout\":1},\"latencies_us\":[[900,7],[1200,3]]}"));

        assertThat(result.seconds()).isEqualTo(2);
        assertThat(result.minted()).isEqualTo(7);
        assertThat(result.failed()).isEqualTo(3);
        assertThat(result.failures()).isEqualTo("2 x 503, 1 x timeout");
        assertThat(result.latencies().percentileMillis(1)).isEqualTo(1.2);
    }

    @Test
    void textOfAMintHidesItsCredential() {
        Mint mint = new Mint(
                URI.create("http://127.0.0.1:1/v1"),
                Map.of("authorization", "Bearer epk_secret"),
                "{\"a\":\"epk_secret\"}");

        assertThat(mint.toString()).doesNotContain("epk_secret").contains("authorization");
        assertThat(mint.withBody("x").toString()).doesNotContain("epk_secret");
    }
}
