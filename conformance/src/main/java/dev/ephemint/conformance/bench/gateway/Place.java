package dev.ephemint.conformance.bench.gateway;

import dev.ephemint.conformance.bench.rig.MockVendor;
import dev.ephemint.conformance.bench.rig.Rig;
import dev.ephemint.conformance.vendor.ReservedPort;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where targets run.
 *
 * @param root of this project's checkout
 * @param work for logs and configurations
 */
public record Place(Path root, Path work, Rig rig, MockVendor vendor, Bodies bodies, AtomicInteger starts) {
    static final String VENDOR_KEY = "sk-bench-vendor";

    public Place(Path root, Path work, Rig rig, MockVendor vendor, Bodies bodies) {
        this(root, work, rig, vendor, bodies, new AtomicInteger());
    }

    /** A new file for the output of a process. */
    Path log(String name) {
        return work.resolve("logs").resolve(name + "-" + starts.incrementAndGet() + ".log");
    }

    URI freeAddress() {
        try (ReservedPort port = ReservedPort.open()) {
            return port.uri();
        }
    }
}
