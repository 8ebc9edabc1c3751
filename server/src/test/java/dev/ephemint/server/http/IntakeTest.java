package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ephemint.server.http.intake.BodyTimes;
import dev.ephemint.server.http.intake.RequestLimits;
import dev.ephemint.server.mint.Mint;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Requests in flight are bounded, and neither they nor slow senders keep others waiting. */
final class IntakeTest {

    private static final String MINT = "/v1/realtime/client_secrets";
    private static final String BODY = "{\"session\":{\"type\":\"transcription\"}}";

    /** More than there are threads on a JDK without virtual threads, with half as many places. */
    private static final int SLOW_SENDERS = 200;

    private static final Duration AMPLE = Duration.ofMinutes(1);

    private final SlowMint mint = new SlowMint();

    @Test
    void turnsAwayAtOnceWhatIsBeyondTheBound() throws Exception {
        try (RunningEdge edge = RunningEdge.over(mint, limits(1, AMPLE))) {
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> post(edge));
            mint.awaitRequest();

            HttpResponse<String> second = post(edge);

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("retry-after")).hasValue("1");
            assertThat(RunningEdge.json(second).at("/error/code").asText()).isEqualTo("server_overloaded");
            mint.proceed();
            assertThat(first.get().statusCode()).isEqualTo(200);
            awaitPlace(edge);
        }
    }

    @Test
    void rejectedRequestsAreCountedAndShareALogLine() throws Exception {
        try (LogCapture log = LogCapture.open()) {
            try (RunningEdge edge = RunningEdge.over(mint, limits(1, AMPLE))) {
                CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> post(edge));
                mint.awaitRequest();
                for (int i = 0; i < 3; i++) {
                    assertThat(post(edge).statusCode()).isEqualTo(503);
                }

                assertThat(edge.server().load().rejected()).isEqualTo(3);
                mint.proceed();
                assertThat(first.get().statusCode()).isEqualTo(200);
            }
            assertThat(log.lines()
                            .filter(line -> line.contains("WARN requests rejected before routing"))
                            .mapToInt(IntakeTest::count)
                            .sum())
                    .isEqualTo(3);
            assertThat(log.lines()).noneMatch(line -> line.contains("request rejected before routing"));
        }
    }

    @Test
    void respondsToHealthChecksWhenEveryPlaceIsTaken() throws Exception {
        try (RunningEdge edge = RunningEdge.over(mint, limits(1, AMPLE))) {
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> post(edge));
            mint.awaitRequest();

            assertThat(edge.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(edge.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(edge.get("/openapi.json").statusCode()).isEqualTo(503);
            mint.proceed();
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void slowSendersTakeNoPlaceAndNoThread() throws Exception {
        mint.proceed();
        List<RawCaller> slow = new ArrayList<>();
        try (RunningEdge edge = RunningEdge.over(mint, limits(SLOW_SENDERS / 2, AMPLE))) {
            for (int i = 0; i < SLOW_SENDERS; i++) {
                slow.add(RawCaller.of(edge.server().uri()).beginMint());
            }

            assertThat(post(edge).statusCode()).isEqualTo(200);
            assertThat(edge.get("/healthz").statusCode()).isEqualTo(200);

            for (RawCaller caller : slow) {
                assertThat(caller.endMint().receive()).startsWith("HTTP/1.1 200 ");
                caller.close();
            }
        }
    }

    @Test
    void endsABodyThatTakesTooLong() throws Exception {
        URI server;
        try (RunningEdge edge = RunningEdge.over(mint, limits(1, Duration.ofMillis(100)))) {
            server = edge.server().uri();
            try (RawCaller caller = RawCaller.of(server).beginMint()) {
                assertThat(caller.receive())
                        .startsWith("HTTP/1.1 408 ")
                        .containsIgnoringCase("connection: close")
                        .contains("\"code\":\"request_timeout\"");
                assertThat(caller.isEnded()).isTrue();
            }
        }
    }

    /** As many mints as there are processors take every turn. */
    @Test
    void whoLeavesBeforeItsTurnIsNotHandled() throws Exception {
        int holding = Runtime.getRuntime().availableProcessors();
        Semaphore asked = new Semaphore(0);
        Mint counted = request -> {
            asked.release();
            return mint.mint(request);
        };
        try (LogCapture log = LogCapture.open();
                RunningEdge edge = RunningEdge.over(counted, limits(holding + 1, AMPLE))) {
            List<CompletableFuture<HttpResponse<String>>> others = new ArrayList<>();
            for (int i = 0; i < holding; i++) {
                others.add(CompletableFuture.supplyAsync(() -> post(edge), task -> new Thread(task).start()));
            }
            asked.acquire(holding);
            RawCaller.of(edge.server().uri()).send(RawCaller.mint()).close();
            awaitLine(log, "caller left before its turn");

            mint.proceed();
            for (CompletableFuture<HttpResponse<String>> other : others) {
                assertThat(other.get().statusCode()).isEqualTo(200);
            }
            assertThat(asked.availablePermits()).isZero();
        }
    }

    @Test
    void mintsForNextRequestsOverTheSameConnection() throws Exception {
        mint.proceed();
        try (RunningEdge edge = RunningEdge.over(mint, limits(3, AMPLE));
                RawCaller caller = RawCaller.of(edge.server().uri())) {
            for (int i = 0; i < 3; i++) {
                assertThat(caller.beginMint().endMint().receive()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    private static int count(String line) {
        return Integer.parseInt(line.replaceAll("(?s).*count=\"(\\d+)\".*", "$1"));
    }

    /** A place is free a moment after the response was sent. */
    private static void awaitPlace(RunningEdge edge) {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (post(edge).statusCode() == 503) {}
        });
    }

    private static void awaitLine(LogCapture log, String text) {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (log.lines().noneMatch(line -> line.contains(text))) {
                Thread.onSpinWait();
            }
        });
    }

    private static RequestLimits limits(int inFlight, Duration body) {
        return new RequestLimits(RunningEdge.MAX_BYTES, new BodyTimes(body, 0), AMPLE, inFlight);
    }

    private static HttpResponse<String> post(RunningEdge edge) {
        try {
            return edge.post(MINT, BODY);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
