package dev.ephemint.server.app;

import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The request that a command is about: the one that was named, or the least that transcribes. */
record RequestFile(String path, byte[] json) {

    private static final String STANDARD_INPUT = "-";

    static RequestFile of(CommandLine line, Settings settings, Console console) {
        boolean flat = line.has(Option.FLAT);
        byte[] json = line.value(Option.REQUEST)
                .map(name -> read(name, console))
                .orElseGet(() -> least(flat, settings.mint().defaultModel()).getBytes(StandardCharsets.UTF_8));
        return new RequestFile(flat ? "v1/realtime/transcription_sessions" : "v1/realtime/client_secrets", json);
    }

    private static byte[] read(String name, Console console) {
        try {
            return name.equals(STANDARD_INPUT) ? console.in().readAllBytes() : Files.readAllBytes(Path.of(name));
        } catch (IOException unreadable) {
            throw new BadSettingsException(List.of("--request: can not be read: " + name));
        }
    }

    private static String least(boolean flat, String model) {
        return flat
                ? "{\"input_audio_transcription\":{\"model\":\"" + model + "\"}}"
                : "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{\"model\":\""
                        + model + "\"}}}}}";
    }
}
