package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningPolicyTest {

    @Test
    void addsTheWarningToEveryRequest() {
        MintWarning warning = new MintWarning("w", "W", null);
        List<MintRequest> seen = new ArrayList<>();

        MintedToken token = Fixtures.token(1);

        MintedToken minted = new WarningPolicy(warning)
                .around(request -> {
                    seen.add(request);
                    return token;
                })
                .mint(request("{}"));

        assertThat(minted).isSameAs(token);
        assertThat(seen.get(0).warnings()).containsExactly(warning);
    }
}
