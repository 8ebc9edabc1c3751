package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.client.internal.CachedToken;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSourceTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final FakeMint mint = new FakeMint(clock);
    private final TokenSource unit = TokenSource.of(mint, clock);

    @Test
    void mintsOnceForAThousandConcurrentCallers() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(20);
        CountDownLatch requests = new CountDownLatch(1000);
        List<CompletableFuture<ClientSecret>> calls = new CopyOnWriteArrayList<>();
        for (int caller = 0; caller < 1000; caller++) {
            callers.execute(() -> {
                calls.add(unit.getAsync());
                requests.countDown();
            });
        }
        requests.await();

        ClientSecret secret = mint.respond();

        assertThat(calls).hasSize(1000).allSatisfy(call -> assertThat(call.get())
                .isSameAs(secret));
        assertThat(mint.requests).hasSize(1);
        callers.shutdown();
    }

    @ParameterizedTest
    @CsvSource({"600, 569, 570", "7200, 7169, 7170", "10, 7, 8", "60, 44, 45"})
    void mintsAgainBeforeExpiry(long life, long good, long stale) {
        CompletableFuture<ClientSecret> first = unit.getAsync();
        mint.respond(Duration.ofSeconds(life));

        clock.advance(Duration.ofSeconds(good));
        assertThat(unit.get()).isSameAs(first.join());
        clock.advance(Duration.ofSeconds(stale - good));
        CompletableFuture<ClientSecret> second = unit.getAsync();

        assertThat(second).isNotDone();
        assertThat(mint.respond()).isSameAs(second.join());
        assertThat(mint.requests).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void toleratesAWrongClock(long skew) {
        Clock wrong = Clock.offset(clock, Duration.ofSeconds(skew));
        TokenSource skewed = TokenSource.of(mint, wrong);
        CompletableFuture<ClientSecret> first = skewed.getAsync();
        mint.respond(Duration.ofMinutes(4));

        clock.advance(Duration.ofSeconds(200));
        assertThat(skewed.get()).isSameAs(first.join());
        assertThat(mint.requests).hasSize(1);
        clock.advance(Duration.ofSeconds(20));

        assertThat(skewed.getAsync()).isNotDone();
        assertThat(mint.requests).hasSize(2);
    }

    @Test
    void countsTheDurationOfTheMint() {
        CompletableFuture<ClientSecret> first = unit.getAsync();
        clock.advance(Duration.ofSeconds(8));
        mint.respond();

        clock.advance(Duration.ofSeconds(569 - 8));
        assertThat(unit.get()).isSameAs(first.join());
        clock.advance(Duration.ofSeconds(1));

        assertThat(unit.getAsync()).isNotDone();
    }

    @Test
    void usesTheLocalClockWithoutVendorTime() {
        CompletableFuture<ClientSecret> first = unit.getAsync();
        mint.requests
                .get(0)
                .complete(new ClientSecret()
                        .value("ek_example")
                        .expiresAt(NOON.plusSeconds(600).getEpochSecond()));

        clock.advance(Duration.ofSeconds(569));
        assertThat(unit.get()).isSameAs(first.join());
        clock.advance(Duration.ofSeconds(1));

        assertThat(unit.getAsync()).isNotDone();
    }

    @Test
    void doesNotCacheATokenWithoutExpiry() {
        CompletableFuture<ClientSecret> first = unit.getAsync();
        mint.requests.get(0).complete(new ClientSecret().value("ek_example"));

        assertThat(first.join().getValue()).isEqualTo("ek_example");
        assertThat(unit.getAsync()).isNotDone();
    }

    @Test
    void failedMintFailsItsCallersOnly() {
        List<CompletableFuture<ClientSecret>> waiting =
                Stream.generate(unit::getAsync).limit(3).toList();
        mint.requests.get(0).completeExceptionally(new NoResponseException("late", null));

        assertThat(waiting)
                .allSatisfy(call -> assertThatThrownBy(call::get).hasCauseInstanceOf(NoResponseException.class));
        CompletableFuture<ClientSecret> next = unit.getAsync();

        assertThat(mint.respond()).isSameAs(next.join());
        assertThat(mint.requests).hasSize(2);
    }

    @Test
    void mintsAgainAfterAMintThatThrew() {
        TokenSource broken = TokenSource.of(
                () -> {
                    throw new IllegalArgumentException("no request");
                },
                clock);

        assertThatThrownBy(broken::get).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(broken::get).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cancellingOneCallKeepsTheOthers() {
        CompletableFuture<ClientSecret> impatient = unit.getAsync();
        CompletableFuture<ClientSecret> other = unit.getAsync();

        impatient.cancel(true);

        assertThat(mint.respond()).isSameAs(other.join());
    }

    @Test
    void invalidateDropsOnlyTheRejectedToken() {
        CompletableFuture<ClientSecret> unused = unit.getAsync();
        ClientSecret refused = mint.respond();
        unit.invalidate(refused);
        CompletableFuture<ClientSecret> next = unit.getAsync();
        unit.invalidate(refused);
        ClientSecret newer = mint.respond();
        unit.invalidate(refused);

        assertThat(next.join()).isSameAs(newer);
        assertThat(unit.get()).isSameAs(newer);
        assertThat(mint.requests).hasSize(2);
    }

    @Test
    void printsNoSecret() {
        CompletableFuture<ClientSecret> unused = unit.getAsync();
        ClientSecret secret = mint.respond();

        assertThat(unit.toString()).doesNotContain("ek_");
        assertThat(CachedToken.of(secret, NOON).toString()).doesNotContain("ek_");
    }

    @Test
    void mintsWithTheClient() {
        try (FakeHttpServer service = new FakeHttpServer(Reply.of(200, Fixtures.MINTED))) {
            EphemintClient client =
                    Fixtures.client(service.url(), new FakeTimer()).build();

            assertThat(TokenSource.of(client, Fixtures.request()).get().getValue())
                    .isEqualTo("ek_example_minted");
        }
    }
}
