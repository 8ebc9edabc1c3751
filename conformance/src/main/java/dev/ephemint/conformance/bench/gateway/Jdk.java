package dev.ephemint.conformance.bench.gateway;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** A Java runtime on this machine, 17 or newer. */
public record Jdk(int feature, String version, Path home) {
    private static final int OLDEST = 17;
    private static final List<Path> USUAL = List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/opt"),
            Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"));

    /** One of each feature release: that of this process, of JAVA_HOME, and those in the usual places. */
    public static List<Jdk> found() {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(homes::add);
        for (Path parent : USUAL) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
                children.forEach(homes::add);
            } catch (IOException e) {
                // There is no such directory.
            }
        }
        return among(homes);
    }

    /** The first of each feature release, oldest first. */
    public static List<Jdk> among(Collection<Path> homes) {
        TreeMap<Integer, Jdk> found = new TreeMap<>();
        homes.forEach(home -> in(home).ifPresent(jdk -> found.putIfAbsent(jdk.feature(), jdk)));
        return List.copyOf(found.values());
    }

    static Optional<Jdk> in(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            return Optional.empty();
        }
        try (Reader release = Files.newBufferedReader(home.resolve("release"))) {
            Properties facts = new Properties();
            facts.load(release);
            String version = facts.getProperty("JAVA_VERSION", "").replace("\"", "");
            String vendor = facts.getProperty("IMPLEMENTOR", "").replace("\"", "");
            int feature = Runtime.Version.parse(version).feature();
            return feature < OLDEST
                    ? Optional.empty()
                    : Optional.of(new Jdk(feature, (version + " " + vendor).strip(), home.toRealPath()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String java() {
        return home.resolve("bin/java").toString();
    }
}
