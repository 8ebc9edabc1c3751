package dev.ephemint.server.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final UpstreamCall CALL =
            new UpstreamCall(URI.create("https://vendor.example/v1"), JsonNodeFactory.instance.objectNode());

    private Path directory;
    private Path file;
    private Instant written = Instant.parse("2026-11-25T00:00:00Z");

    @BeforeEach
    void writeFirst(@TempDir Path fresh) throws IOException {
        directory = fresh;
        file = fresh.resolve("key");
        write("sk-planted-first\n");
    }

    @Test
    void signsWithTheKeyInTheFile() {
        assertThat(sent(unit())).isEqualTo("Bearer sk-planted-first");
    }

    @Test
    void readsTheNewKeyAfterARewrite() throws IOException {
        KeyFile unit = unit();
        sent(unit);

        write("sk-planted-other\n");

        assertThat(sent(unit)).isEqualTo("Bearer sk-planted-other");
    }

    @Test
    void readsTheNewKeyAfterASymlinkSwap() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        KeyFile unit = unit(link);
        sent(unit);
        Path other = Files.writeString(directory.resolve("other"), "sk-planted-other");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));

        Files.delete(link);
        Files.createSymbolicLink(link, other);

        assertThat(sent(unit)).isEqualTo("Bearer sk-planted-other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "two words"})
    void keepsTheLastKeyIfTheFileHasNoValidKey(String content) throws IOException {
        KeyFile unit = unit();

        write(content);

        assertThat(sent(unit)).isEqualTo("Bearer sk-planted-first");
    }

    @Test
    void keepsTheLastKeyIfTheFileIsMissing() throws IOException {
        KeyFile unit = unit();

        Files.delete(file);

        assertThat(sent(unit)).isEqualTo("Bearer sk-planted-first");
        assertThat(sent(unit)).isEqualTo("Bearer sk-planted-first");
    }

    /** Each call is signed with a whole key, the last one or the next. */
    @Test
    void noCallIsLostWhileTheFileIsReplaced() throws Exception {
        KeyFile unit = unit();
        List<CompletableFuture<List<String>>> callers = IntStream.range(0, 4)
                .mapToObj(caller -> CompletableFuture.supplyAsync(() ->
                        IntStream.range(0, 200).mapToObj(call -> sent(unit)).toList()))
                .toList();
        for (int i = 0; i < 50; i++) {
            Path next = Files.writeString(directory.resolve("next"), "sk-planted-" + (100 + i));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        }

        assertThat(callers).allSatisfy(caller -> assertThat(caller.join())
                .allMatch(header -> header.matches("Bearer sk-planted-(first|1\\d\\d)")));
        assertThat(sent(unit)).isEqualTo("Bearer sk-planted-149");
    }

    @Test
    void theLastKeySignsWhileAnotherThreadReadsTheNewOne() throws IOException {
        List<String> meanwhile = new ArrayList<>();
        AtomicReference<KeyFile> reading = new AtomicReference<>();
        KeyFile unit = new KeyFile(file, new Secret("sk-planted-first"), key -> {
            Optional.ofNullable(reading.get())
                    .ifPresent(self -> meanwhile.add(
                            CompletableFuture.supplyAsync(() -> sent(self)).join()));
            return ApiKey.openAi(key, Optional.empty(), Optional.empty());
        });
        reading.set(unit);
        write("sk-planted-other");

        assertThat(sent(unit)).isEqualTo("Bearer sk-planted-other");
        assertThat(meanwhile).containsExactly("Bearer sk-planted-first");
    }

    @Test
    void countsEachReloadAndItsFailures() throws IOException {
        KeyFile unit = unit();
        unit.probe();
        assertThat(unit.reloads()).isEqualTo(new Reloads(0, 0));

        write("sk-planted-other");
        sent(unit);
        sent(unit);
        write("");
        unit.probe();

        assertThat(unit.reloads()).isEqualTo(new Reloads(1, 1));
        assertThat(ApiKey.azure(new Secret("other")).reloads()).isEqualTo(new Reloads(0, 0));
    }

    @Test
    void describesTheCurrentKey() throws IOException {
        KeyFile unit = unit();
        assertThat(unit.describe().doubts()).isEmpty();

        write("ek_planted-0123456789");

        assertThat(unit.describe().doubts()).singleElement().asString().contains("minted token");
    }

    @Test
    void toStringShowsTheFileButNoKey() {
        assertThat(unit().headers()).containsExactly("authorization");
        assertThat(unit()).asString().contains("key").doesNotContain("planted");
    }

    private KeyFile unit() {
        return unit(file);
    }

    private static KeyFile unit(Path file) {
        return new KeyFile(
                file, new Secret("sk-planted-first"), key -> ApiKey.openAi(key, Optional.empty(), Optional.empty()));
    }

    private static String sent(KeyFile unit) {
        return unit.sign(CALL).headers().getOrDefault("authorization", "");
    }

    /** Each time a second later, as the clock of a file system may be coarse. */
    private void write(String content) throws IOException {
        Files.writeString(file, content);
        written = written.plusSeconds(1);
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
