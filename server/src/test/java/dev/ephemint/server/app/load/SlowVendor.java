package dev.ephemint.server.app.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A program: a vendor that mints after a while, for as many as ask. {@code GET} returns how many tokens it has minted. */
public final class SlowVendor {

    /** The line that it prints. */
    public static final Pattern PORT = Pattern.compile("port (\\d+)");

    private static final String TOKEN =
            "{\"value\":\"ek_trial\",\"expires_at\":4102444800,\"session\":{\"type\":\"transcription\"}}";

    /** The JDK's server closes more than 200 idle connections, even while the next request is on its way. */
    private static final String MOST_IDLE = "sun.net.httpserver.maxIdleConnections";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong minted = new AtomicLong();
    private final Duration delay;

    private SlowVendor(Duration delay) {
        this.delay = delay;
    }

    /** @param arguments the delay, such as {@code PT5S} */
    public static void main(String[] arguments) throws IOException {
        System.setProperty(MOST_IDLE, "4096");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/", new SlowVendor(Duration.parse(arguments[0]))::handle);
        server.start();
        System.out.println("port " + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("GET")) {
            respond(exchange, Long.toString(minted.get()));
            return;
        }
        minted.incrementAndGet();
        if (delay.isZero()) {
            respond(exchange, TOKEN);
        } else {
            var unused = timer.schedule(() -> respond(exchange, TOKEN), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static void respond(HttpExchange exchange, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            // The service did not wait for it.
        }
    }
}
