package dev.ephemint.server.admission.redis;

import dev.ephemint.server.mint.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import redis.clients.jedis.Jedis;

/** The distribution's {@code redis-server} on a free loopback port, in a temporary folder. Without options it writes no file. */
public final class RedisProcess implements AutoCloseable {

    private static final String COMMAND = "redis-server";
    private static final int MOST_ATTEMPTS = 5;

    private final Path folder;
    private final int port;
    private final List<String> options;
    private Process process;

    private RedisProcess(Path folder, int port, List<String> options) throws IOException {
        this.folder = folder;
        this.port = port;
        this.options = options;
        this.process = launch();
    }

    /** Skips the test, with one line, if this machine has no {@code redis-server}. */
    public static RedisProcess start(Path folder, String... options) {
        Assumptions.assumeTrue(isInstalled(), "skipped: no redis-server on this machine (Debian package redis-server)");
        for (int attempt = 1; ; attempt++) {
            try {
                return new RedisProcess(folder, freePort(), List.of(options));
            } catch (IOException taken) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new UncheckedIOException(taken);
                }
            }
        }
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, COMMAND)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                COMMAND,
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--save",
                "",
                "--daemonize",
                "no"));
        command.addAll(options);
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitReady(started);
        return started;
    }

    /** It says so in its log; a port that was taken meanwhile ends it instead. */
    private static void awaitReady(Process started) throws IOException {
        BufferedReader log =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        String line = log.readLine();
        while (line != null && !line.contains("Ready to accept connections")) {
            line = log.readLine();
        }
        if (line == null) {
            throw new IOException("redis-server did not start");
        }
    }

    /** Ends it at once, as a power cut does. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Starts it again on the same port and in the same folder. */
    public void restart() {
        try {
            process = launch();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void await() {
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public long pid() {
        return process.pid();
    }

    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    public RedisServer server() {
        return new RedisServer(uri(), Optional.<Secret>empty(), Duration.ofSeconds(5), 16);
    }

    /** A connection for looking at what is stored. */
    public Jedis client() {
        return new Jedis("127.0.0.1", port);
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }
}
