package dev.ephemint.server.dialect;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The address of a vendor, parsed from any form in which it was pasted. Keeps the addresses below it: most are the same for each mint. */
public final class Endpoint {

    private final URI base;
    private final List<String> notes;
    private final Map<String, URI> resolved = new ConcurrentHashMap<>();
    private volatile @Nullable URI lastSocket;

    /**
     * An address.
     *
     * @param base absolute, {@code http} or {@code https}, without a trailing slash, query or fragment
     * @param notes what was rewritten or is unsafe, for the log; no secret
     */
    public Endpoint(URI base, List<String> notes) {
        this.base = base;
        this.notes = List.copyOf(notes);
    }

    public URI base() {
        return base;
    }

    public List<String> notes() {
        return notes;
    }

    /** @param path nothing that a caller wrote, because each is kept */
    public URI resolve(String path) {
        return resolved.computeIfAbsent(path, below -> URI.create(base + below));
    }

    /** The same address for a socket: {@code wss}, or {@code ws} where the base is plain {@code http}. */
    public URI socket(String path) {
        String address = "ws" + (base + path).substring("http".length());
        URI socket = lastSocket;
        if (socket == null || !socket.toString().equals(address)) {
            socket = URI.create(address);
            lastSocket = socket;
        }
        return socket;
    }

    @Override
    public String toString() {
        return "Endpoint[" + base + "]";
    }
}
