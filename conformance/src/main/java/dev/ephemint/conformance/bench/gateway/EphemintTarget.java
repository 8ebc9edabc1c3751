package dev.ephemint.conformance.bench.gateway;

import dev.ephemint.conformance.bench.rig.Mint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * This project's service as shipped: its runnable jar, with an archive of classes and the options for the JVM that
 * {@code server/docs/start.md} recommends for a busy replica, or for one with little load.
 */
public final class EphemintTarget implements Target {
    private static final Duration START = Duration.ofSeconds(60);

    /** What it is asked for, which vendor it speaks to, and the file with its options for the JVM. */
    public enum Flavor {
        NESTED("", "openai", "busy.options"),
        SMALL("small", "openai", "small.options"),
        FLAT("flat to nested", "openai", "busy.options"),
        AZURE("Azure", "azure", "busy.options");

        private final String title;
        private final String dialect;
        private final String options;

        Flavor(String title, String dialect, String options) {
            this.title = title;
            this.dialect = dialect;
            this.options = options;
        }

        String suffix() {
            return this == NESTED ? "" : "-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Place place;
    private final Jdk jdk;
    private final Flavor flavor;
    private final CallerKeys keys;

    EphemintTarget(Place place, Jdk jdk, Flavor flavor, CallerKeys keys) {
        this.place = place;
        this.jdk = jdk;
        this.flavor = flavor;
        this.keys = keys;
    }

    public static String id(int feature) {
        return "ephemint-" + feature;
    }

    @Override
    public String id() {
        return id(jdk.feature()) + flavor.suffix();
    }

    @Override
    public String title() {
        return "Ephemint, JDK " + jdk.feature() + (flavor.title.isEmpty() ? "" : ", " + flavor.title);
    }

    @Override
    public boolean isFlat() {
        return flavor == Flavor.FLAT;
    }

    @Override
    public RunningTarget start(Setup setup) throws TargetUnavailableException {
        Path jar = keys.jar();
        CallerKey key = keys.get();
        URI address = place.freeAddress();
        Path log = place.log(id());
        EphemintConfig config =
                new EphemintConfig(address, place.vendor().uri(), flavor.dialect, keys.pepper(), key, setup);
        Path file = place.work().resolve(log.getFileName().toString().replace(".log", ".yaml"));
        JvmOptions options =
                JvmOptions.read(place.root().resolve("conformance/bench").resolve(flavor.options));
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.addAll(options.all());
        command.addAll(new ClassArchive(place.work(), jdk, jar).options(options.collector()));
        command.addAll(List.of("-jar", jar.toString(), "--config=" + file));
        try {
            Files.createDirectories(place.work());
            Files.writeString(file, config.text(place.bodies().nested()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServiceProcess process = ServiceProcess.start(
                command, Map.of("OPENAI_API_KEY", Place.VENDOR_KEY, "AZURE_OPENAI_API_KEY", Place.VENDOR_KEY), log);
        Mint mint = new Mint(
                address.resolve(isFlat() ? MintPaths.FLAT : MintPaths.NESTED),
                Map.of("authorization", "Bearer " + key.key()),
                isFlat() ? place.bodies().flat() : place.bodies().nested());
        Duration firstMint = process.firstMint(mint, START);
        String version = jdk.version() + ", archive, `" + options + "`";
        return new RunningTarget(this, version, mint, process.handle(), firstMint, process::stop);
    }
}
