package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.example.WithFakes;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of fakes for users, which Maven packs before the tests. */
class TestingArtifactTest {

    private static final String FAKES = "dev/ephemint/client/testing/";
    private static final String SOCKETS = "dev/ephemint/testing/socket/";

    @Test
    void containsOnlyTheFakes() throws IOException {
        try (ZipFile jar = new ZipFile(jar().toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                    .contains(FAKES + "FakeEphemint.class", FAKES + "FakeVendor.class", FAKES + "FakePeer.class")
                    .allMatch(name ->
                            name.startsWith(FAKES) || name.startsWith(SOCKETS) || name.equals("META-INF/MANIFEST.MF"));
        }
    }

    @Test
    void needsOnlyTheClient(@TempDir Path users) throws Exception {
        String name = WithFakes.class.getName();
        Path compiled = Path.of("target/test-classes", name.replace('.', '/') + ".class");
        Path copy = users.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(copy.getParent());
        Files.copy(compiled, copy);

        try (URLClassLoader loader = new URLClassLoader(classPath(users), ClassLoader.getPlatformClassLoader())) {
            Callable<?> test = (Callable<?>)
                    loader.loadClass(name).getDeclaredConstructor().newInstance();

            assertThat(test.call()).isEqualTo(List.of("one", "two"));
        }
    }

    private static URL[] classPath(Path users) throws IOException {
        Stream<Path> runtime = Stream.of(Files.readString(Path.of("target/runtime-classpath"))
                        .strip()
                        .split(File.pathSeparator))
                .map(Path::of);
        return Stream.concat(Stream.of(users, jar(), Path.of("target/classes")), runtime)
                .map(TestingArtifactTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith("-testing.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
