package dev.ephemint.conformance.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The archive of classes with which the service starts, made once for each JVM, jar and collector, as {@code start.md} says. */
final class ClassArchive {
    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final int LIMIT_MINUTES = 3;

    private final Path work;
    private final Jdk jdk;
    private final Path jar;

    ClassArchive(Path work, Jdk jdk, Path jar) {
        this.work = work;
        this.jdk = jdk;
        this.jar = jar;
    }

    /** Options that use it; with them the JVM does not start if it does not fit. */
    List<String> options(List<String> collector) throws TargetUnavailableException {
        Path file = made(collector);
        return isAotCache()
                ? List.of("-XX:AOTCache=" + file, "-XX:AOTMode=on")
                : List.of("-XX:SharedArchiveFile=" + file, "-Xshare:on");
    }

    private boolean isAotCache() {
        return jdk.feature() >= FIRST_WITH_AOT_CACHE;
    }

    private synchronized Path made(List<String> collector) throws TargetUnavailableException {
        try {
            Path file = work.resolve(name(collector));
            if (!Files.exists(file)) {
                Path fresh = work.resolve(file.getFileName() + ".new");
                Files.deleteIfExists(fresh);
                Files.createDirectories(work);
                train(collector, fresh);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another JVM, jar or collector has another name. */
    private String name(List<String> collector) throws IOException {
        int key = Objects.hash(jdk, jar, Files.getLastModifiedTime(jar), Files.size(jar), collector);
        return "ephemint-" + jdk.feature() + "-" + Integer.toHexString(key) + (isAotCache() ? ".aot" : ".jsa");
    }

    private void train(List<String> collector, Path file) throws IOException, TargetUnavailableException {
        Path log = work.resolve(file.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.addAll(collector);
        command.add((isAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
        command.addAll(List.of("-jar", jar.toString(), "train"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0 || !Files.exists(file)) {
                process.destroyForcibly();
                throw new TargetUnavailableException("no archive of classes: " + new ProcessLog(log).reason());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new TargetUnavailableException("interrupted");
        }
    }
}
