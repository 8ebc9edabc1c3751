package dev.ephemint.server.app.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Upstream;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.LiveSections;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes are live; upstreams are not. */
final class RouteReloadTest {

    private static final String UPSTREAMS = "upstreams: {one: {dialect: openai}, two: {dialect: openai}}\n";

    private final Path file;
    private final AtomicLong time = new AtomicLong();

    RouteReloadTest(@TempDir Path folder) {
        this.file = folder.resolve("config.yaml");
    }

    @Test
    void aChangedRouteAppliesWithinASecond() throws Exception {
        Mint mint = mint(UPSTREAMS);
        assertThat(upstream(mint)).isEqualTo("one");

        write(UPSTREAMS + "routes: [{models: ['*'], upstreams: [two]}]");

        assertThat(upstream(mint)).isEqualTo("two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upstreams: {two: {dialect: openai}}",
                "upstreams: {one: {dialect: openai}, two: {dialect: openai}, three: {dialect: azure}}",
                "server: {port: 0}",
                "upstreams: {one: {dialect: openai}, two: {dialect: openai}}\\nroutes: [{models: ['*'], upstreams: [three]}]",
                "upstreams: {one: {dialect: openai}",
            })
    void anythingElseChangesNothing(String yaml) throws Exception {
        Mint mint = mint(UPSTREAMS + "routes: [{models: ['*'], upstreams: [two]}]");

        write(yaml.replace("\\n", "\n"));

        assertThat(upstream(mint)).isEqualTo("two");
    }

    @Test
    void namesWhatIsUnknownAtTheStart() throws Exception {
        BadSettingsException refused = catchThrowableOfType(
                BadSettingsException.class, () -> mint(UPSTREAMS + "routes: [{models: ['*'], upstreams: [one, tow]}]"));
        BadSettingsException policy = catchThrowableOfType(
                BadSettingsException.class, () -> mint(UPSTREAMS + "policies: {anonymous: {upstreams: [three]}}"));

        assertThat(refused.problems()).containsExactly("routes[0].upstreams: upstreams has no tow, did you mean two?");
        assertThat(policy.problems().get(0)).startsWith("policies.anonymous.upstreams: upstreams has no three");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(file, yaml);
        time.addAndGet(Duration.ofSeconds(2).toNanos());
    }

    private Mint mint(String yaml) throws IOException {
        Files.writeString(file, yaml);
        Settings settings = SettingsReader.read(Sources.ofProcess(Optional.of(file), false));
        List<Upstream> upstreams = settings.upstreams().stream()
                .map(named -> Upstream.shown(settings.at(named)))
                .toList();
        Application application = new Application(
                settings,
                new LiveSections(settings.sections(), time::get),
                upstreams,
                ModelRules.builtIn(),
                Clock.systemUTC());
        long expiry = Clock.systemUTC().instant().getEpochSecond() + 600;
        return application.mint(
                (call, deadline) -> Fixtures.reply(
                        200, "{'value':'ek_1','expires_at':" + expiry + ",'session':{'type':'transcription'}}"),
                Policy.none());
    }

    private static String upstream(Mint mint) {
        return mint.mint(Fixtures.transcription("{'transcription':{'model':'whisper-1'}}"))
                .connection()
                .upstream()
                .orElseThrow();
    }
}
