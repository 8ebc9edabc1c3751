package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.failed;
import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.request;
import static dev.ephemint.server.Fixtures.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.FaultOnUnknownMembers;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.MintRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownMembersPolicyTest {

    private static final MintRequest UNKNOWN = request("{'x':1,'session':{'type':'transcription','y':{'z':1}}}");
    private static final MintRequest KNOWN = request("{'session':{'type':'transcription'}}");

    private static Mint failing(MintFailure failure) {
        return new UnknownMembersPolicy().around(request -> {
            throw new MintFailedException(failure, "req-1");
        });
    }

    @Test
    void namesUnknownMembersAfterA500() {
        MintFailedException failed = failed(() -> failing(new VendorFault(500)).mint(UNKNOWN));

        assertThat(failed.failure()).isEqualTo(new FaultOnUnknownMembers(List.of("x", "session.y")));
        assertThat(failed.vendorRequestId()).contains("req-1");
    }

    @Test
    void passesOnA500WithoutUnknownMembers() {
        assertThat(failureOf(() -> failing(new VendorFault(500)).mint(KNOWN))).isEqualTo(new VendorFault(500));
    }

    @Test
    void passesOnOtherFailures() {
        assertThat(failureOf(() -> failing(new VendorFault(502)).mint(UNKNOWN))).isEqualTo(new VendorFault(502));
    }

    @Test
    void passesOnATokenMintedWithUnknownMembers() {
        assertThat(new UnknownMembersPolicy()
                        .around(request -> token(1))
                        .mint(UNKNOWN)
                        .expiresAt())
                .contains(1L);
    }
}
