package dev.ephemint.conformance.tape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The tapes of a directory, {@code <dialect>/<name>.json}. */
public final class Tapes {
    private Tapes() {}

    /** The tape of a mint from its text, as {@link #in} reads it from a file. */
    public static Tape parse(String name, String text) {
        return TapeReader.read(name, text);
    }

    /** All tapes of mints in the order of their names. */
    public static List<Tape> in(Path directory) {
        return read(directory, TapeReader::read);
    }

    /** All tapes of sockets in the order of their names. */
    public static List<SocketTape> ofSocketsIn(Path directory) {
        return read(directory, SocketTapeReader::read);
    }

    private static <T> List<T> read(Path directory, BiFunction<String, String, T> reader) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> reader.apply(name(directory, file), text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path directory, Path file) {
        String relative = directory.relativize(file).toString().replace('\\', '/');
        return relative.substring(0, relative.length() - ".json".length());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
