package dev.ephemint.conformance.bench.client;

import dev.ephemint.conformance.bench.gateway.Jdk;
import dev.ephemint.conformance.bench.gateway.TargetUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The program in {@code conformance/bench/client}, with the client of this checkout.
 *
 * @param work for classes and logs
 * @param jdks that run it
 */
public record ClientProgram(Path root, Path work, List<Jdk> jdks) {

    /** Not those of tests, sources and documentation. */
    private static final String MAIN_JAR = "ephemint-client-*{[0-9],SNAPSHOT}.jar";

    public ClientProgram {
        jdks = List.copyOf(jdks);
    }

    /** A compiled program. */
    public record Compiled(String classPath, Path work) {

        /** Starts a process, and waits for its first mint. */
        public ClientProcess start(Jdk jdk, String client, URI vendor) throws TargetUnavailableException {
            String url = vendor.getScheme() + "://" + vendor.getAuthority();
            return ClientProcess.start(
                    List.of(jdk.java(), "-cp", classPath, "Clients", client, url),
                    work.resolve("client-" + client + ".log"));
        }
    }

    public Compiled compiled() throws TargetUnavailableException {
        try {
            String libraries = libraries();
            Path classes = Files.createDirectories(work.resolve("client"));
            compile(libraries, classes);
            return new Compiled(classes + File.pathSeparator + libraries, work);
        } catch (IOException | URISyntaxException e) {
            throw new TargetUnavailableException("cannot compile the clients: " + e.getMessage());
        }
    }

    private void compile(String libraries, Path classes) throws TargetUnavailableException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new TargetUnavailableException("a Java runtime without compiler");
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        Path source = root.resolve("conformance/bench/client/Clients.java");
        int failed = compiler.run(
                null,
                messages,
                messages,
                "-nowarn",
                "-proc:none",
                "--release",
                "17",
                "-cp",
                libraries,
                "-d",
                classes.toString(),
                source.toString());
        if (failed != 0) {
            throw new TargetUnavailableException(
                    messages.toString(StandardCharsets.UTF_8).strip());
        }
    }

    /** Client, models and Jackson: those of the jars, or of the tests' class path. */
    private String libraries() throws IOException, URISyntaxException, TargetUnavailableException {
        Path own = Path.of(ClientProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Files.isDirectory(own)
                ? System.getProperty("java.class.path")
                : clientJar(root.resolve("client/target")) + File.pathSeparator + own;
    }

    private static Path clientJar(Path directory) throws IOException, TargetUnavailableException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, MAIN_JAR)) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw new TargetUnavailableException(
                "no jar of the client; build it with mvn -q -DskipTests package -pl client -am");
    }
}
