package dev.ephemint.testing.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server on a free port of loopback: every connection plays the next script, and the last is repeated. */
public final class RawServer implements AutoCloseable {

    /** Ends a connection that hangs, and nothing else. */
    private static final int HANG_MILLIS = 600_000;

    private static final int MAX_REQUESTS = 100_000;

    private final List<RawPeer> peers = new CopyOnWriteArrayList<>();
    private final List<RawRequest> requests = new ArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final ServerSocket listening;
    private final List<Script> scripts;

    /** What one connection does. Afterwards the server is silent, and only the client ends the connection. */
    @FunctionalInterface
    public interface Script {
        void play(RawPeer peer) throws IOException, InterruptedException;
    }

    /** What happens once a request was read. */
    @FunctionalInterface
    public interface Handler {
        void handle(RawPeer peer, RawRequest request) throws IOException, InterruptedException;
    }

    public RawServer(Script... scripts) {
        this.scripts = List.of(scripts);
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        start(this::accept);
    }

    /** Handles each request of each connection. */
    public static RawServer handling(Handler handler) {
        return new RawServer(peer -> {
            for (Optional<RawRequest> next = peer.readRequest(); next.isPresent(); next = peer.readRequest()) {
                handler.handle(peer, next.get());
            }
        });
    }

    /** Sends the same to each request: lines with a line break between two of them, and none after the last. */
    public static RawServer responding(String... lines) {
        return handling((peer, request) -> peer.write(lines));
    }

    /** Sends a text before it reads anything, as no HTTP server does. */
    public static RawServer greeting(String text) {
        return new RawServer(peer -> peer.write(text));
    }

    /** A response of status 200. */
    public static String ok(String body) {
        return "HTTP/1.1 200 OK\r\ncontent-length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** The base URL, with no path. */
    public String url() {
        return "http://localhost:" + port();
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The requests so far, the oldest first. */
    public List<RawRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** How many connections there were. */
    public int connections() {
        return peers.size();
    }

    /** Waits until a client has closed a connection. */
    public void awaitAbandoned() throws InterruptedException {
        abandoned.await();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setSoTimeout(HANG_MILLIS);
                socket.setTcpNoDelay(true);
                RawPeer peer = new RawPeer(socket, peers.size() + 1, this::record);
                peers.add(peer);
                Script script = scripts.get(Math.min(peers.size(), scripts.size()) - 1);
                start(() -> play(script, peer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void record(RawRequest request) {
        synchronized (requests) {
            if (requests.size() == MAX_REQUESTS) {
                throw new IllegalStateException("more than " + MAX_REQUESTS + " requests");
            }
            requests.add(request);
        }
    }

    private void play(Script script, RawPeer peer) {
        try (peer) {
            playToItsEnd(script, peer);
        } catch (IOException unexpected) {
            failures.add(unexpected);
        }
    }

    /** A client that closes with unread input resets the connection. */
    private void playToItsEnd(Script script, RawPeer peer) {
        try {
            script.play(peer);
            peer.drain();
            abandoned.countDown();
        } catch (IOException gone) {
            if (!peer.isClosed()) {
                abandoned.countDown();
            }
        } catch (InterruptedException | RuntimeException | AssertionError failed) {
            failures.add(failed);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Drops all connections, and fails if a script did. */
    @Override
    public void close() {
        try {
            listening.close();
            for (RawPeer peer : peers) {
                peer.close();
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        for (Throwable failure : failures) {
            throw new AssertionError("a script of the server failed", failure);
        }
    }
}
