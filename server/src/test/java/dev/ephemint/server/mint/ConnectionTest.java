package dev.ephemint.server.mint;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Connection.Addresses;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConnectionTest {

    private static final Addresses HERE = new Addresses(
            URI.create("ws://127.0.0.1:1/v1/realtime?intent=transcription&x=%20"),
            true,
            Optional.of(URI.create("http://127.0.0.1:1/v1/realtime/calls")));

    @Test
    void addressesAtAnotherAuthorityKeepPathAndQuery() {
        assertThat(HERE.at("https", "mint.example:8443"))
                .isEqualTo(new Addresses(
                        URI.create("wss://mint.example:8443/v1/realtime?intent=transcription&x=%20"),
                        true,
                        Optional.of(URI.create("https://mint.example:8443/v1/realtime/calls"))));
        assertThat(HERE.at("http", "[::1]").webSocket())
                .hasToString("ws://[::1]/v1/realtime?intent=transcription&x=%20");
    }

    @Test
    void withAddressesChangesOnlyTheAddresses() {
        Connection connection = new Connection("openai", HERE).withVendorTime(Optional.of(5L));
        Addresses there = HERE.at("https", "mint.example");

        assertThat(connection.withAddresses(there))
                .isEqualTo(new Connection("openai", there).withVendorTime(Optional.of(5L)));
    }

    @Test
    void withoutWebRtcKeepsTheSocket() {
        Connection connection = new Connection("openai", HERE).withVendorTime(Optional.of(5L));

        assertThat(connection.withoutWebRtc())
                .isEqualTo(new Connection("openai", new Addresses(HERE.webSocket(), true, Optional.empty()))
                        .withVendorTime(Optional.of(5L)));
    }

    @Test
    void keepsFirstEventsInTheirOrder() {
        Connection connection = new Connection("openai", HERE)
                .withFirstEvent(json("{'type':'a'}"))
                .withFirstEvent(json("{'type':'b'}"));

        assertThat(connection.firstEvents()).containsExactly(json("{'type':'a'}"), json("{'type':'b'}"));
    }
}
