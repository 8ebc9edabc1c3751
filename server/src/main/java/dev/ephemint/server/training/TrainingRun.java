package dev.ephemint.server.training;

import dev.ephemint.server.app.Facade;
import dev.ephemint.server.app.Logging;
import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.KeyHash;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the service on loopback, mints from its sandbox and stops it, so that the JVM can archive the classes that this loads.
 * It reads no environment and no file of the operator: an archive could show them.
 */
public final class TrainingRun {

    /** Enough for what the JDK builds only after 15 calls, such as accessors for reflection. */
    private static final int MINTS = 25;

    private static final String CONFIGURATION = """
            server: {port: 0, stop-delay: PT0S}
            upstream: {dialect: azure}
            log: {format: json}
            metrics: {enabled: true, port: 0}
            policies:
              training:
                session-types: [transcription]
                models: [gpt-4o-transcribe, "gpt-4o-mini-*"]
                lifetime: {max-seconds: 600}
                unknown-members: allow
                limits: {caller: {windows: [{requests: 1000, per: 60s}], open-tokens: 1000}}
            callers:
              training:
                policy: training
                keys:
                  - {id: %s, hash: %s}
            """;

    private TrainingRun() {}

    /** Returns the statuses of all responses. */
    public static List<Integer> run() throws IOException {
        List<Integer> statuses = new ArrayList<>(plain());
        statuses.addAll(configured());
        return statuses;
    }

    /** Without a configuration file and callers. */
    private static List<Integer> plain() throws IOException {
        Settings settings = SettingsReader.read(Sources.of(Map.of("server.port", "0", "server.stop-delay", "PT0S")));
        return mints(settings, Optional.empty());
    }

    /** With a file, checked callers and metrics; the pepper and the key are random and used nowhere else. */
    private static List<Integer> configured() throws IOException {
        CallerKey key = CallerKey.random();
        String pepper = CallerKey.random().reveal();
        Path file = Files.createTempFile("ephemint-training", ".yaml");
        try {
            Files.writeString(file, CONFIGURATION.formatted(key.id(), new KeyHash(new Secret(pepper)).hex(key)));
            Map<String, String> given = Map.of("auth.pepper", pepper);
            return mints(SettingsReader.read(new Sources(given, Map.of(), Optional.of(file), false)), Optional.of(key));
        } finally {
            Files.delete(file);
        }
    }

    private static List<Integer> mints(Settings settings, Optional<CallerKey> key) throws IOException {
        Logging.use(settings.log().format(), settings.redactor());
        List<Integer> statuses = new ArrayList<>();
        try (Facade facade = Facade.start(settings)) {
            TrainingCaller caller = new TrainingCaller(facade.uri(), key);
            for (int i = 0; i < MINTS; i++) {
                statuses.addAll(caller.mints());
            }
            statuses.add(caller.health());
        }
        return statuses;
    }
}
