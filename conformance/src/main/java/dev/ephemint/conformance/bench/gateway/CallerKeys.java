package dev.ephemint.conformance.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One key of a caller for the whole run, made when it is first needed. */
final class CallerKeys {
    private static final int PEPPER_BYTES = 32;

    private final Place place;
    private final Jdk jdk;
    private @Nullable CallerKey key;

    CallerKeys(Place place, Jdk jdk) {
        this.place = place;
        this.jdk = jdk;
    }

    Path pepper() {
        return place.work().resolve("pepper");
    }

    /** The service's jar. */
    Path jar() throws TargetUnavailableException {
        Path jar = place.root().resolve("server/target/ephemint-server.jar");
        if (!Files.isReadable(jar)) {
            throw new TargetUnavailableException(
                    "no jar of the service; build it with mvn -q -DskipTests package -pl server -am");
        }
        return jar;
    }

    synchronized CallerKey get() throws TargetUnavailableException {
        if (key == null) {
            byte[] pepper = new byte[PEPPER_BYTES];
            new SecureRandom().nextBytes(pepper);
            try {
                Files.createDirectories(place.work());
                Files.writeString(pepper(), HexFormat.of().formatHex(pepper));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            key = CallerKey.make(jdk, jar(), pepper(), place.work().resolve("keys-new.txt"));
        }
        return key;
    }
}
