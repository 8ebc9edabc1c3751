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

/** This project's service as shipped: its runnable jar, with the options for the JVM in {@code conformance/bench/jvm.options}. */
public final class EphemintTarget implements Target {
    private static final Duration START = Duration.ofSeconds(60);

    /** What it is asked for, and which vendor it speaks to. */
    public enum Flavor {
        NESTED("", "openai"),
        FLAT("flat to nested", "openai"),
        AZURE("Azure", "azure");

        private final String title;
        private final String dialect;

        Flavor(String title, String dialect) {
            this.title = title;
            this.dialect = dialect;
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
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.addAll(options());
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
        return new RunningTarget(this, jdk.version(), mint, process.handle(), firstMint, process::stop);
    }

    private List<String> options() {
        try {
            return Files.readAllLines(place.root().resolve("conformance/bench/jvm.options")).stream()
                    .filter(line -> line.startsWith("-"))
                    .map(line -> line.replace("ROOT", place.root().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
