package dev.ephemint.server.upstream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A vendor made of a bare socket, so that it can misbehave in every way that a web server would prevent. */
final class RawUpstream implements AutoCloseable {

    /** What happens on a connection once a request was read from it. */
    interface Script {
        void answer(Socket socket, Received request) throws IOException, InterruptedException;
    }

    record Received(String line, Map<String, String> headers, String body, int connection) {}

    final CountDownLatch abandoned = new CountDownLatch(1);
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Script script;
    private final String greeting;

    RawUpstream(Script script) throws IOException {
        this(script, "");
    }

    private RawUpstream(Script script, String greeting) throws IOException {
        this.greeting = greeting;
        this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        this.script = script;
        start(this::accept);
    }

    /** Says its text before it reads anything, as no HTTP server does. */
    static RawUpstream greeting(String text) throws IOException {
        return new RawUpstream((socket, request) -> {}, text);
    }

    static RawUpstream answering(String... lines) throws IOException {
        return new RawUpstream((socket, request) -> write(socket, String.join("\r\n", lines)));
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static String ok(String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 200 OK\r\ncontent-length: " + length + "\r\n\r\n" + body;
    }

    URI uri() {
        return uri("http");
    }

    URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/v1/realtime/client_secrets");
    }

    List<Received> requests() {
        return requests;
    }

    int connections() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = server.accept();
            sockets.add(socket);
            int number = sockets.size();
            start(() -> serve(socket, number));
        }
    }

    private void serve(Socket socket, int number) throws IOException, InterruptedException {
        write(socket, greeting);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        while (true) {
            String line = line(in);
            if (line.isEmpty()) {
                abandoned.countDown();
                return;
            }
            Received request = received(line, in, number);
            requests.add(request);
            script.answer(socket, request);
        }
    }

    private static Received received(String line, InputStream in, int connection) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); header.indexOf(':') > 0; header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Received(line, headers, new String(body, StandardCharsets.UTF_8), connection);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            } catch (InterruptedException interrupted) {
                throw new UncheckedIOException(new IOException(interrupted));
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
