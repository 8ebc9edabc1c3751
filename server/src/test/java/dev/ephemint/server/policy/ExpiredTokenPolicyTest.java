package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.failed;
import static dev.ephemint.server.Fixtures.request;
import static dev.ephemint.server.Fixtures.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.ExpiredToken;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiredTokenPolicyTest {

    private static final long NOW = 1_795_000_000L;
    private static final MintRequest REQUEST = request("{'session':{'type':'transcription'}}");

    private final Policy unit = new ExpiredTokenPolicy(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    private static MintedToken at(long expiry, Long vendorTime) {
        MintedToken token = token(expiry);
        return token.withConnection(token.connection().withVendorTime(Optional.ofNullable(vendorTime)));
    }

    @ParameterizedTest
    @CsvSource({"1795000600,", "1794999701,", "1790000600,1790000599", "1795000600,1795000601"})
    void passesOnAValidToken(long expiry, Long vendorTime) {
        MintedToken token = at(expiry, vendorTime);

        assertThat(unit.around(request -> token).mint(REQUEST)).isSameAs(token);
    }

    @ParameterizedTest
    @CsvSource({"1794999700,", "0,", "-5,", "1790000600,1790000600", "1794999700,1799000000"})
    void rejectsAnExpiredToken(long expiry, Long vendorTime) {
        MintFailedException failed =
                failed(() -> unit.around(request -> at(expiry, vendorTime)).mint(REQUEST));

        assertThat(failed.failure()).isEqualTo(new ExpiredToken());
        assertThat(failed.vendorRequestId()).contains("req_fixture");
    }
}
