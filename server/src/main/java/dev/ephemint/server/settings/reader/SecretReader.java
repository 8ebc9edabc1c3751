package dev.ephemint.server.settings.reader;

import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.settings.VisibleAscii;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads secrets, which come from the environment or from a file of their own. No problem that it names shows one. */
final class SecretReader {

    private static final Pattern PATH = Pattern.compile("(?:~|\\.{1,2})?[/\\\\]|[A-Za-z]:[/\\\\]");

    private final Values values;
    private final Problems problems;

    SecretReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    Optional<Secret> read(Property key, Property file) {
        if (values.isSet(key) && values.isSet(file)) {
            problems.add(key, "set either this or " + file.key() + ", not both");
            return Optional.empty();
        }
        return values.isSet(key)
                ? checked(key.key(), values.text(key))
                : values.optional(file).flatMap(name -> ofFile(file.key(), name));
    }

    /** The secret in a file; {@code path} is where the configuration names it. */
    Optional<Secret> ofFile(String path, String name) {
        return content(path, name).flatMap(text -> checked(path, text));
    }

    /** Where a secret is read from; a name that is no path was named as a problem by {@link #read}. */
    Optional<Path> path(Property file) {
        try {
            return values.optional(file).map(Path::of);
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    private Optional<String> content(String path, String name) {
        try {
            return Optional.of(Files.readString(Path.of(name)).strip());
        } catch (IOException | InvalidPathException e) {
            problems.add(path, "cannot read file" + shown(name));
            return Optional.empty();
        }
    }

    /** A common mistake is to set the key itself instead of its file. */
    private static String shown(String name) {
        return PATH.matcher(name).lookingAt() ? " " + name : "; its value has no path in it and is not shown here";
    }

    /** Anything else cannot be sent in a header. */
    Optional<Secret> checked(String path, String text) {
        if (text.matches(VisibleAscii.PATTERN)) {
            return Optional.of(new Secret(text));
        }
        problems.add(path, "holds no key: " + VisibleAscii.PROBLEM);
        return Optional.empty();
    }
}
