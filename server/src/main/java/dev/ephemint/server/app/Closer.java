package dev.ephemint.server.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes resources in the opposite order of their opening. */
public final class Closer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    public <T extends AutoCloseable> T later(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Closes all, even if one fails. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                LOG.atWarn().addKeyValue("kind", failed.getClass().getName()).log("not closed cleanly");
            }
        }
    }
}
