package dev.ephemint.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EndpointTest {

    private final Endpoint endpoint = new Endpoint(URI.create("https://vendor.example/v1"), List.of());

    @Test
    void anAddressIsParsedOnce() {
        assertThat(endpoint.resolve("/models")).isEqualTo(URI.create("https://vendor.example/v1/models"));
        assertThat(endpoint.resolve("/models")).isSameAs(endpoint.resolve("/models"));
    }

    @Test
    void theSameSocketIsParsedOnce() {
        URI first = endpoint.socket("/realtime?model=a");

        assertThat(first).isEqualTo(URI.create("wss://vendor.example/v1/realtime?model=a"));
        assertThat(endpoint.socket("/realtime?model=a")).isSameAs(first);
        assertThat(endpoint.socket("/realtime?model=b"))
                .isEqualTo(URI.create("wss://vendor.example/v1/realtime?model=b"));
    }

    @Test
    void showsItsAddress() {
        assertThat(endpoint).hasToString("Endpoint[https://vendor.example/v1]");
    }
}
