package dev.ephemint.server.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Closer;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.pool.PoolWatch;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A pool mints along the route of its own request. */
final class PoolWithUpstreamsTest {

    private static final String REQUEST =
            "{'session':{'type':'transcription','audio':{'input':{'transcription':{'model':'captions'}}}}}";

    @Test
    void refillsAtTheFirstUpstreamOfTheRoute() throws Exception {
        Settings settings = SettingsReader.read(Sources.of(Map.of(
                "upstreams", "{one: {dialect: openai}, two: {dialect: openai, model-names: {captions: whisper-1}}}",
                "routes", "[{models: [captions], upstreams: [two]}]",
                "pools", "{warm: {size: 1, max-age-seconds: 60, request: " + REQUEST + "}}")));
        LinkedBlockingQueue<MintRequest> asked = new LinkedBlockingQueue<>();
        try (Closer closer = new Closer()) {
            Application application = Application.of(settings, closer, Clock.systemUTC());
            Policy pools = application.pools(closer, PoolWatch.NONE);
            Mint recording = request -> {
                asked.add(request);
                MintedToken token = Fixtures.token(Clock.systemUTC().instant().getEpochSecond() + 600);
                return token.withConnection(token.connection().withUpstream("two"));
            };
            Mint mint = pools.around(recording);
            MintRequest refill = asked.poll(1, TimeUnit.MINUTES);

            assertThat(mint).isNotNull();
            assertThat(refill.transcriptionModel()).contains("whisper-1");
            assertThat(refill.context().route().legs())
                    .extracting(leg -> leg.upstream())
                    .isEqualTo(List.of("two"));
        }
    }
}
