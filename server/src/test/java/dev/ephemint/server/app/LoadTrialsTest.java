package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephemint.server.app.load.ManyCallers;
import dev.ephemint.server.app.load.SlowVendor;
import dev.ephemint.server.http.RawCaller;
import dev.ephemint.server.testing.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facade under loads that once stopped it. Each trial prints the times it measured and asserts none. */
@Tag("nightly")
final class LoadTrialsTest {

    private static final int SLOW_SENDERS = 250;
    private static final int AT_ONCE = 2_000;
    private static final int LEAVING = 400;
    private static final Duration VENDOR = Duration.ofSeconds(5);

    private static final String TOKEN =
            "{\"value\":\"ek_trial\",\"expires_at\":4102444800,\"session\":{\"type\":\"transcription\"}}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private record Response(int status, Duration time) {}

    @Test
    void slowSendersDoNotDelayOthers() throws Exception {
        List<RawCaller> slow = new ArrayList<>();
        try (Vendor vendor = new Vendor(Duration.ZERO);
                Facade facade = facade(vendor)) {
            mint(facade.uri());
            for (int i = 0; i < SLOW_SENDERS; i++) {
                slow.add(RawCaller.of(facade.uri()).beginMint());
            }
            List<Response> mints = repeat(100, () -> mint(facade.uri()));
            List<Response> health = repeat(100, () -> health(facade.uri()));

            print("slow senders", "honest mints", mints);
            print("slow senders", "health", health);
            assertThat(mints).extracting(Response::status).containsOnly(200);
            assertThat(health).extracting(Response::status).containsOnly(200);
            for (RawCaller caller : slow) {
                assertThat(caller.receive()).startsWith("HTTP/1.1 408 ");
                caller.close();
            }
        }
    }

    /**
     * Callers, service and vendor are processes of their own, and this one only asks for the service's health. With the options
     * for little load the heap has to hold as many waiting mints as with those for much.
     */
    @ParameterizedTest
    @ValueSource(strings = {"small", "busy"})
    void whatIsBeyondTheBoundGets503AndHealthGoesOn(String options, @TempDir Path folder) throws Exception {
        Path config = Files.createFile(folder.resolve("empty.properties"));
        try (JavaProcess vendor = JavaProcess.start(SlowVendor.class, VENDOR.toString())) {
            Map<String, String> settings = Map.of(
                    "server.port", "0",
                    "upstream.url", "http://127.0.0.1:" + vendor.await(SlowVendor.PORT),
                    "openai.api-key", "sk-trial");
            try (JavaProcess service = JavaProcess.service(recommended(options), settings, config);
                    JavaProcess callers = JavaProcess.start(
                            ManyCallers.class, service.address().toString(), Integer.toString(AT_ONCE))) {
                callers.await(Pattern.compile("begun (now)"));
                List<Response> health = repeat(70, () -> {
                    TimeUnit.MILLISECONDS.sleep(100);
                    return health(service.address());
                });
                List<Response> all = callers.output().stream()
                        .filter(line -> line.startsWith("mint "))
                        .map(LoadTrialsTest::response)
                        .toList();

                print("2,000 at once, " + options, "mints", all);
                print("2,000 at once, " + options, "health", health);
                assertThat(all).hasSize(AT_ONCE);
                assertThat(all).extracting(Response::status).containsOnly(200, 503);
                assertThat(all).filteredOn(response -> response.status() == 200).hasSizeGreaterThanOrEqualTo(500);
                assertThat(health).extracting(Response::status).containsOnly(200);
            }
        }
    }

    /** The options of the JVM in the table of start.md. */
    private static List<String> recommended(String name) throws IOException {
        String row = "| " + name + " | `";
        return Files.readAllLines(Path.of("docs", "start.md")).stream()
                .filter(line -> line.startsWith(row))
                .map(line -> line.substring(row.length(), line.lastIndexOf('`')))
                .map(options -> List.of(options.split(" ")))
                .findFirst()
                .orElseThrow();
    }

    private static Response response(String line) {
        String[] parts = line.split(" ", 3);
        return new Response(
                parts[1].equals("none") ? 0 : Integer.parseInt(parts[1]), Duration.ofMillis(Long.parseLong(parts[2])));
    }

    @Test
    void whoHasLeftIsNotMintedFor() throws Exception {
        try (Vendor vendor = new Vendor(Duration.ZERO);
                Facade facade = facade(vendor)) {
            mint(facade.uri());
            int before = asked.get();
            List<RawCaller> callers = new ArrayList<>();
            for (int i = 0; i < LEAVING; i++) {
                callers.add(RawCaller.of(facade.uri()).beginMint());
            }
            for (RawCaller caller : callers) {
                caller.endMint().close();
            }
            List<Response> mints = repeat(100, () -> mint(facade.uri()));
            int mintedForLeft = asked.get() - before - mints.size();

            print("400 leave", "honest mints", mints);
            System.out.println("400 leave: the vendor was asked " + mintedForLeft + " times for who had left");
            assertThat(mints).extracting(Response::status).containsOnly(200);
            assertThat(mintedForLeft).isLessThan(LEAVING / 20);
        }
    }

    private static Facade facade(Vendor vendor) {
        return Facade.start(Map.of("server.port", "0", "upstream.url", vendor.url(), "openai.api-key", "sk-trial"));
    }

    private static Response mint(URI facade) throws Exception {
        return timed(() -> {
            try (RawCaller caller = RawCaller.of(facade)) {
                return caller.send(RawCaller.mint()).receive();
            }
        });
    }

    private static Response health(URI facade) throws Exception {
        return timed(() -> {
            try (RawCaller caller = RawCaller.of(facade)) {
                return caller.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                        .receiveHead();
            }
        });
    }

    private static Response timed(Callable<String> call) throws Exception {
        long begun = System.nanoTime();
        String response = call.call();
        return new Response(Integer.parseInt(response.substring(9, 12)), Duration.ofNanos(System.nanoTime() - begun));
    }

    private static List<Response> repeat(int times, Callable<Response> call) throws Exception {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            responses.add(call.call());
        }
        return responses;
    }

    private static void print(String trial, String what, List<Response> responses) {
        Map<Integer, List<Long>> times = new TreeMap<>();
        responses.forEach(response -> times.computeIfAbsent(response.status(), status -> new ArrayList<>())
                .add(response.time().toMillis()));
        times.forEach((status, millis) -> {
            millis.sort(null);
            System.out.println(trial + ", JDK " + Runtime.version().feature() + ": " + millis.size() + " " + what + " "
                    + status + ", ms p50 " + millis.get(millis.size() / 2) + ", max " + millis.get(millis.size() - 1));
        });
    }

    /** Mints after a while, for as many as ask. */
    private final class Vendor implements AutoCloseable {

        private final HttpServer server;

        Vendor(Duration delay) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
            server.setExecutor(threads);
            server.createContext("/", exchange -> respond(exchange, delay));
            server.start();
        }

        private void respond(HttpExchange exchange, Duration delay) throws IOException {
            try (exchange) {
                asked.incrementAndGet();
                exchange.getRequestBody().readAllBytes();
                TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                byte[] body = TOKEN.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("content-type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
