package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningPolicyTest {

    @Test
    void addsTheWarningToEveryRequest() {
        MintWarning warning = new MintWarning("w", "W", null);
        List<MintRequest> seen = new ArrayList<>();

        new WarningPolicy(warning)
                .around(request -> {
                    seen.add(request);
                    return Fixtures.token(1);
                })
                .mint(request("{}"));

        assertThat(seen.get(0).warnings()).containsExactly(warning);
    }
}
