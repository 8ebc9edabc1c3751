package dev.ephemint.client;

import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A mint whose answers come when told, of a vendor with a clock of its own. */
final class FakeMint implements Supplier<CompletableFuture<ClientSecret>> {

    static final Duration LIFE = Duration.ofMinutes(10);

    final List<CompletableFuture<ClientSecret>> asked = new CopyOnWriteArrayList<>();
    private final Clock vendorClock;

    FakeMint(Clock vendorClock) {
        this.vendorClock = vendorClock;
    }

    @Override
    public CompletableFuture<ClientSecret> get() {
        CompletableFuture<ClientSecret> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    /** Answers the newest request. */
    ClientSecret answer() {
        return answer(LIFE);
    }

    ClientSecret answer(Duration life) {
        long now = vendorClock.instant().getEpochSecond();
        ClientSecret secret = new ClientSecret()
                .value("ek_example_" + asked.size())
                .expiresAt(now + life.toSeconds())
                .connect(new Connection().vendorTime(now));
        asked.get(asked.size() - 1).complete(secret);
        return secret;
    }
}
