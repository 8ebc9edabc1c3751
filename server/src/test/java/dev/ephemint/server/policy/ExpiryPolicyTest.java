package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryPolicyTest {

    private static final long NOW = 1_792_000_000L;

    private final List<MintRequest> sent = new ArrayList<>();
    private final ExpiryPolicy unit = new ExpiryPolicy(600, Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    private MintedToken mint(String body, long expiresAt) {
        return unit.around(request -> {
                    sent.add(request);
                    return Fixtures.token(expiresAt);
                })
                .mint(Fixtures.request(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                  | {'anchor':'created_at','seconds':600}",
                "{'expires_after':{}}                                | {'anchor':'created_at','seconds':600}",
                "{'expires_after':{'seconds':10}}                    | {'anchor':'created_at','seconds':10}",
                "{'expires_after':{'anchor':'x'}}                    | {'anchor':'x','seconds':600}",
                "{'expires_after':{'anchor':'x','seconds':0,'y':1}}  | {'anchor':'x','seconds':0,'y':1}",
            })
    void alwaysSetsALifetime(String body, String expiresAfter) {
        mint(body, NOW);

        assertThat(sent.get(0).at("/expires_after")).isEqualTo(json(expiresAfter));
    }

    @ParameterizedTest
    @CsvSource({"600, 0", "660, 0", "661, 1", "7200, 1"})
    void warnsIfTheTokenOutlivesTheRequestedLifetime(long lifetime, int warnings) {
        MintedToken token = mint("{}", NOW + lifetime);

        assertThat(token.connection().warnings()).hasSize(warnings).allMatch(warning -> warning.code()
                .equals("lifetime_longer_than_asked"));
    }

    @Test
    void namesBothLifetimesInTheWarning() {
        assertThat(mint("{'expires_after':{'seconds':60}}", NOW + 7_200)
                        .connection()
                        .warnings())
                .extracting(MintWarning::message)
                .containsExactly("The token lives for about 7200 seconds; 60 were asked for.");
    }

    @Test
    void doesNotWarnWithoutAnExpiryInTheResponse() {
        MintedToken silent = unit.around(request -> new MintedToken(
                        Fixtures.token(1).value(), json("{}"), Fixtures.token(1).connection(), null))
                .mint(Fixtures.request("{}"));

        assertThat(silent.connection().warnings()).isEmpty();
    }
}
