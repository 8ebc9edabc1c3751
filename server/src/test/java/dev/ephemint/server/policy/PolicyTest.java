package dev.ephemint.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Mint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private final List<String> seen = new ArrayList<>();

    private final Mint innermost = request -> {
        seen.add("mint");
        return Fixtures.token(1);
    };

    @Test
    void chainAppliesTheFirstPolicyOutermost() {
        Policy.chain(List.of(noting("a"), noting("b"))).around(innermost).mint(Fixtures.request("{}"));

        assertThat(seen).containsExactly("a", "b", "mint");
    }

    @Test
    void noneReturnsTheSameMint() {
        assertThat(Policy.none().around(innermost)).isSameAs(innermost);
        assertThat(Policy.chain(List.of()).around(innermost)).isSameAs(innermost);
    }

    private Policy noting(String name) {
        return next -> request -> {
            seen.add(name);
            return next.mint(request);
        };
    }
}
