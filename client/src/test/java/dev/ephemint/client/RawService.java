package dev.ephemint.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on a bare socket, which can end a response in ways that no HTTP server would. */
final class RawService implements AutoCloseable {

    enum Ending {
        CLOSE,
        RESET,
        STALL
    }

    /** Completes once a client has closed the connection that stalls. */
    final CompletableFuture<Void> abandoned = new CompletableFuture<>();

    /** Completes once a request was received and the response, or its beginning, was sent. */
    final CompletableFuture<Void> responded = new CompletableFuture<>();

    final AtomicInteger requests = new AtomicInteger();
    private final ServerSocket listening;
    private final String response;
    private final Ending ending;

    RawService(String response, Ending ending) {
        this.response = response;
        this.ending = ending;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        Thread thread = new Thread(this::serve, "raw-service");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://localhost:" + listening.getLocalPort();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                serve(socket);
            } catch (IOException gone) {
                abandoned.complete(null);
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        skipRequest(socket.getInputStream());
        requests.incrementAndGet();
        socket.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        responded.complete(null);
        switch (ending) {
            case CLOSE -> socket.shutdownOutput();
            case RESET -> socket.setSoLinger(true, 0);
            case STALL -> awaitEnd(socket.getInputStream());
        }
    }

    private void awaitEnd(InputStream input) throws IOException {
        while (input.read() >= 0) {
            // What comes after the request is of no interest.
        }
        abandoned.complete(null);
    }

    /** Every body here is an object without another one in it. */
    private static void skipRequest(InputStream input) throws IOException {
        for (int read = input.read(); read >= 0 && read != '}'; read = input.read()) {
            // Until the end of the body.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
