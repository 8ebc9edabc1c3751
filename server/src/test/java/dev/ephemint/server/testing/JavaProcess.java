package dev.ephemint.server.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program in a process of its own, with this JDK and the class path of the tests. Its last lines are kept. */
public final class JavaProcess implements AutoCloseable {

    private static final String SERVICE = "dev.ephemint.server.Main";
    private static final Pattern ADDRESS = Pattern.compile(".*\"message\":\"listening\".*\"url\":\"([^\"]+)\".*");
    private static final int KEPT_LINES = 2_000;

    private static final List<String> OPTIONS = List.of("-Xmx512m");

    private final Process process;
    private final Deque<String> lines = new ArrayDeque<>();
    private @Nullable URI address;
    private boolean ended;

    private JavaProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** A class of the tests with a {@code main}. */
    public static JavaProcess start(Class<?> program, String... arguments) {
        return start(Map.of(), OPTIONS, classPath(), program.getName(), List.of(arguments));
    }

    /** The service with these settings by their property keys. It logs in JSON, in which {@link #address} is found. */
    public static JavaProcess service(Map<String, String> settings, Path config) {
        return service(OPTIONS, settings, config);
    }

    /** The same with these options of the JVM. */
    public static JavaProcess service(List<String> options, Map<String, String> settings, Path config) {
        Map<String, String> environment = new HashMap<>(Map.of(variable("log.format"), "json"));
        settings.forEach((key, value) -> environment.put(variable(key), value));
        return start(environment, options, classPathOfTheService(), SERVICE, List.of("--config", config.toString()));
    }

    private static String variable(String key) {
        return "EPHEMINT_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static JavaProcess start(
            Map<String, String> environment,
            List<String> options,
            String classPath,
            String program,
            Collection<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return new JavaProcess(builder.start());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Without the tests' own resources, which quieten the log. */
    private static String classPathOfTheService() {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException closed) {
            // The process has ended.
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        if (lines.size() == KEPT_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
        Matcher listening = ADDRESS.matcher(line);
        if (listening.matches()) {
            address = URI.create(listening.group(1));
        }
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits for a line that matches; returns its first group. */
    public synchronized String await(Pattern pattern) throws InterruptedException {
        while (true) {
            for (String line : lines) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.matches()) {
                    return matcher.group(1);
                }
            }
            checkRunning();
            wait();
        }
    }

    private void checkRunning() {
        if (ended) {
            throw new AssertionError("the process ended:\n" + String.join("\n", lines));
        }
    }

    /** Where the service listens. It stays known, however many lines have followed. */
    public synchronized URI address() throws InterruptedException {
        while (address == null) {
            checkRunning();
            wait();
        }
        return address;
    }

    /** Waits for its end; returns the lines that it wrote last. */
    public List<String> output() throws InterruptedException {
        process.waitFor();
        synchronized (this) {
            while (!ended) {
                wait();
            }
            return List.copyOf(lines);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end, as a supervisor does, and waits for that. */
    public void terminate() throws InterruptedException {
        process.toHandle().destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
