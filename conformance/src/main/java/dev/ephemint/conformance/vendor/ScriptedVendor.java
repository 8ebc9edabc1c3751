package dev.ephemint.conformance.vendor;

import dev.ephemint.conformance.http.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A fake vendor on a loopback port: records every request and reacts as scripted, one request per connection. */
public final class ScriptedVendor implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(ScriptedVendor::daemon);
    private final List<Message> requests = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private volatile VendorReaction reaction = VendorReaction.reset();

    private ScriptedVendor(ServerSocket server) {
        this.server = server;
    }

    public static ScriptedVendor start() {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Listens at this address. */
    public static ScriptedVendor start(InetSocketAddress address) {
        try {
            ScriptedVendor vendor = new ScriptedVendor(new ServerSocket(address.getPort(), 50, address.getAddress()));
            vendor.threads.execute(vendor::accept);
            return vendor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Replaces the script and clears the recorded requests. */
    public void script(VendorReaction next) {
        reaction = next;
        requests.clear();
        faults.clear();
    }

    /** Requests since the last script, in order. */
    public List<Message> requests() {
        return List.copyOf(requests);
    }

    /** Malformed requests since the last script. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Optional<Message> request = read(socket);
            if (request.isPresent()) {
                reaction.on(request.get(), socket);
            }
        } catch (IOException e) {
            // The caller closed the connection early, for example on a timeout or a response that is too large.
            return;
        }
    }

    private Optional<Message> read(Socket socket) {
        try {
            Optional<Message> request = new HttpRequestReader(socket.getInputStream()).read();
            request.ifPresent(requests::add);
            return request;
        } catch (IOException | RuntimeException e) {
            faults.add(e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-vendor");
        thread.setDaemon(true);
        return thread;
    }
}
