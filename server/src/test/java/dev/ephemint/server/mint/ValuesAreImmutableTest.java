package dev.ephemint.server.mint;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesAreImmutableTest {

    @Test
    void copyOfARequestsBodyCanBeChanged() {
        MintRequest request = MintRequest.of(json("{'session':{'type':'realtime'}}"));

        ObjectNode copy = request.copyOfBody();
        ((ObjectNode) copy.get("session")).removeAll();

        assertThat(request.sessionType()).contains("realtime");
    }

    @Test
    void tokenResponseOmitsTheValue() {
        ObjectNode response = json("{'value':'ek_1'}");
        MintedToken token =
                new MintedToken(new Secret("ek_1"), response, Fixtures.token(1).connection(), null);

        assertThat(token.response()).isEmpty();
        assertThat(response).isEqualTo(json("{'value':'ek_1'}"));
        assertThat(token.vendorRequestId()).isEmpty();
    }

    @Test
    void tokenAtAnotherConnectionIsTheSameToken() {
        MintedToken token = Fixtures.token(7);
        Connection other = token.connection().withVendorTime(Optional.of(5L));

        assertThat(token.withConnection(other))
                .isEqualTo(new MintedToken(token.value(), token.response(), other, "req_fixture"));
        assertThat(token.withConnection(other).vendorRequestId()).contains("req_fixture");
    }

    @Test
    void tokenWithQuotasKeepsThemAtAnotherConnection() {
        List<Quota> quotas = List.of(new Quota("caller-open", 2, 1, Optional.empty(), Duration.ofSeconds(9)));
        MintedToken token = Fixtures.token(7);

        MintedToken limited = token.withQuotas(quotas).withConnection(token.connection());

        assertThat(limited.quotas()).isEqualTo(quotas);
        assertThat(limited.value()).isEqualTo(token.value());
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "4102444800, true",
        "null, false",
        "1.5, false",
        "99999999999999999999, false",
        "'\"1\"', false"
    })
    void expiryIsPresentOnlyIfItIsAWholeNumber(String expiresAt, boolean present) {
        MintedToken token = new MintedToken(
                new Secret("ek_1"),
                json("{'expires_at':" + expiresAt + "}"),
                Fixtures.token(1).connection(),
                null);

        assertThat(token.expiresAt().isPresent()).isEqualTo(present);
    }

    @Test
    void warningsAccumulate() {
        MintWarning first = new MintWarning("a", "A", null);
        MintWarning second = new MintWarning("b", "B", "session.model");

        assertThat(Fixtures.request("{}").withWarning(first).withWarning(second).warnings())
                .containsExactly(first, second);
        assertThat(Fixtures.token(1).connection().withWarning(first).warnings()).isEqualTo(List.of(first));
    }

    @Test
    void replacedFailureKeepsTheVendorsRequestId() {
        MintFailedException failed = new MintFailedException(new MintFailure.RouteNotFound(), "req_1");

        MintFailedException other = failed.as(new MintFailure.TimedOut());

        assertThat(other.vendorRequestId()).contains("req_1");
        assertThat(other.failure()).isEqualTo(new MintFailure.TimedOut());
        assertThat(other).hasMessage("TimedOut").hasNoCause();
    }
}
