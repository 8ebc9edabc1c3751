package dev.ephemint.client;

import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A mint that responds when the test says so, for a vendor with its own clock. */
final class FakeMint implements Supplier<CompletableFuture<ClientSecret>> {

    static final Duration LIFE = Duration.ofMinutes(10);

    final List<CompletableFuture<ClientSecret>> requests = new CopyOnWriteArrayList<>();
    private final Clock vendorClock;

    FakeMint(Clock vendorClock) {
        this.vendorClock = vendorClock;
    }

    @Override
    public CompletableFuture<ClientSecret> get() {
        CompletableFuture<ClientSecret> response = new CompletableFuture<>();
        requests.add(response);
        return response;
    }

    /** Responds to the latest request. */
    ClientSecret respond() {
        return respond(LIFE);
    }

    ClientSecret respond(Duration life) {
        long now = vendorClock.instant().getEpochSecond();
        ClientSecret secret = new ClientSecret()
                .value("ek_example_" + requests.size())
                .expiresAt(now + life.toSeconds())
                .connect(new Connection().vendorTime(now));
        requests.get(requests.size() - 1).complete(secret);
        return secret;
    }
}
