package dev.ephemint.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the runnable jar contains of others is there with its licence. */
class LicensesTest {

    private static final Path LICENSES = Path.of("target/classes/META-INF/licenses");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([\\w.-]+) \\| (?!licence)");

    @Test
    void everyLibraryInTheJarHasItsLicenceThere() throws IOException {
        Set<String> withoutLicence = new TreeSet<>();
        for (String library : libraries()) {
            if (!shipsItsOwn(library)) {
                withoutLicence.add(library);
            }
        }

        assertThat(listed()).isEqualTo(withoutLicence);
    }

    private static boolean shipsItsOwn(String library) throws IOException {
        Path folder = LICENSES.resolve(library + "-jar");
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file ->
                    file.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("license"));
        }
    }

    private static Set<String> listed() throws IOException {
        return ROW.matcher(Files.readString(LICENSES.resolve("THIRD-PARTY.md")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names without versions, from the class path that the build writes for the jar. */
    private static Set<String> libraries() throws IOException {
        String classPath = Files.readString(Path.of("target/runtime-classpath"), StandardCharsets.UTF_8);
        return Arrays.stream(classPath.strip().split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar") && !name.startsWith("ephemint-"))
                .map(name -> name.replaceFirst("-\\d.*", ""))
                .collect(Collectors.toSet());
    }
}
