package dev.ephemint.server.dialect;

import static dev.ephemint.server.Fixtures.TOKEN;
import static dev.ephemint.server.Fixtures.failed;
import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.Fixtures.reply;
import static dev.ephemint.server.Fixtures.request;
import static dev.ephemint.server.Fixtures.transcription;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Constraint.Enforcer;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CredentialRefused;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.OwnCredentialAsToken;
import dev.ephemint.server.mint.MintFailure.QuotaExhausted;
import dev.ephemint.server.mint.MintFailure.RateLimited;
import dev.ephemint.server.mint.MintFailure.Redirected;
import dev.ephemint.server.mint.MintFailure.RouteNotFound;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every dialect does alike. */
public abstract class DialectContract {

    private static final MintRequest REQUEST = transcription("{'transcription':{'model':'m'}}");

    protected abstract Dialect unit();

    /** A response of this vendor with the given token and an unknown member {@code x_future}. */
    protected abstract String vendorResponse(String token);

    /** The header in which this vendor says its request id. */
    protected abstract String requestIdHeader();

    @Test
    void encodesAnAbsoluteUriWithoutHeaders() {
        UpstreamCall call = unit().encode(REQUEST);

        assertThat(call.uri().isAbsolute()).isTrue();
        assertThat(call.headers()).isEmpty();
    }

    @Test
    void callsAreWhereAResponseSaysThatTheyAre() {
        MintedToken token = unit().decode(REQUEST, reply(200, vendorResponse(TOKEN)));

        assertThat(unit().calls()).isEqualTo(token.connection().addresses().webRtc());
    }

    @Test
    void theVendorEnforcesOnlyTheLifetime() {
        assertThat(unit().enforcer("expires_after.seconds")).isEqualTo(Enforcer.VENDOR);
        assertThat(unit().enforcer("session.expires_after")).isEqualTo(Enforcer.NONE);
    }

    @Test
    void keepsUnknownMembersAndNullsOfTheSession() {
        MintRequest request = request("{'session':{'type':'transcription','x_future':{'a':null},'include':['y']}}");

        ObjectNode sent = unit().encode(request).body();

        ObjectNode session = sent.get("session") instanceof ObjectNode nested ? nested : sent;
        assertThat(session.get("x_future")).isEqualTo(json("{'a':null}"));
        assertThat(session.get("include")).hasSize(1);
    }

    @Test
    void omitsNullsThatMeanAbsence() {
        ObjectNode sent = unit().encode(request("""
                        {'session':{'type':'transcription','include':null,'audio':{'input':{
                         'transcription':{'model':'m','language':null,'prompt':null},
                         'noise_reduction':null,'turn_detection':{'type':'server_vad','idle_timeout_ms':null}}}}}""")).body();

        assertThat(sent.toString()).contains("noise_reduction").doesNotContain("include", "language", "prompt");
        assertThat(sent.toString().contains("idle_timeout_ms")).isEqualTo(!unit().isFlat());
    }

    @Test
    void readsTheTokenAndKeepsTheResponse() {
        MintedToken token = unit().decode(
                        REQUEST,
                        new UpstreamReply(
                                200,
                                Map.of(requestIdHeader(), "req-1"),
                                vendorResponse(TOKEN).replace('\'', '"')));

        assertThat(token.value().reveal()).isEqualTo(TOKEN);
        assertThat(token.expiresAt()).contains(1_792_000_000L);
        assertThat(token.response().at("/session/x_future").isNull()).isTrue();
        assertThat(token.response().at("/session/type").textValue()).isEqualTo("transcription");
        assertThat(token.vendorRequestId()).contains("req-1");
        assertThat(token.connection().dialect()).isEqualTo(unit().name().toString());
    }

    @Test
    void copiesRequestWarningsToTheConnection() {
        MintWarning warning = new MintWarning("w", "W", null);

        MintedToken token = unit().decode(REQUEST.withWarning(warning), reply(200, vendorResponse(TOKEN)));

        assertThat(token.connection().warnings()).contains(warning);
    }

    @Test
    void passesOnAMemberThatViolatesTheContractWithAWarning() {
        MintedToken token =
                unit().decode(REQUEST, reply(200, vendorResponse(TOKEN).replace("'x_future':null", "'include':7")));

        assertThat(token.response().at("/session/include").intValue()).isEqualTo(7);
        assertThat(token.connection().warnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo("answer_off_contract");
            assertThat(warning.message()).contains("session.include");
        });
    }

    @ParameterizedTest
    @CsvSource({"'Sat, 21 Nov 2026 10:00:00 GMT', 1795255200", "today,"})
    void readsTheVendorsTimeFromTheDateHeader(String date, Long seconds) {
        UpstreamReply reply = new UpstreamReply(
                200, Map.of("Date", date), vendorResponse(TOKEN).replace('\'', '"'));

        assertThat(unit().decode(REQUEST, reply).connection().vendorTime()).isEqualTo(Optional.ofNullable(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil id", "\n", "<script>"})
    void ignoresAnInvalidRequestId(String id) {
        MintedToken token = unit().decode(
                        REQUEST,
                        new UpstreamReply(
                                200,
                                Map.of(requestIdHeader(), id),
                                vendorResponse(TOKEN).replace('\'', '"')));

        assertThat(token.vendorRequestId()).isEmpty();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(301, "", new Redirected(301)),
                Arguments.of(302, "", new Redirected(302)),
                Arguments.of(307, "", new Redirected(307)),
                Arguments.of(
                        401,
                        "{'error':{'code':'invalid_api_key','message':'Incorrect'}}",
                        new CredentialRefused(401, "invalid_api_key")),
                Arguments.of(
                        401,
                        "{'statusCode':401,'message':'Unauthorized. Access token is missing'}",
                        new CredentialRefused(401, null)),
                Arguments.of(
                        403,
                        "{'error':{'code':'AuthenticationTypeDisabled','message':'Key based'}}",
                        new CredentialRefused(403, "AuthenticationTypeDisabled")),
                Arguments.of(404, "{'error':{'code':'404','message':'Resource not found'}}", new RouteNotFound()),
                Arguments.of(404, "{'error':{'message':'Invalid URL (POST /v1/x)','code':null}}", new RouteNotFound()),
                Arguments.of(404, "<html>", new RouteNotFound()),
                Arguments.of(405, "", new RouteNotFound()),
                Arguments.of(407, "<html>proxy</html>", new VendorFault(407)),
                Arguments.of(408, "", new TimedOut()),
                Arguments.of(429, "{'error':{'code':'rate_limit_exceeded'}}", new RateLimited(Optional.empty())),
                Arguments.of(
                        429,
                        "{'error':{'code':'429','message':'retry after 86400 seconds'}}",
                        new RateLimited(Optional.empty())),
                Arguments.of(429, "{'error':{'code':'insufficient_quota'}}", new QuotaExhausted()),
                Arguments.of(429, "{'error':{'type':'insufficient_quota','code':null}}", new QuotaExhausted()),
                Arguments.of(429, "{'error':{'code':'credit_balance_exhausted'}}", new QuotaExhausted()),
                Arguments.of(500, "", new VendorFault(500)),
                Arguments.of(502, "<html>bad gateway</html>", new VendorFault(502)),
                Arguments.of(503, "", new Overloaded(Optional.empty())),
                Arguments.of(504, "", new TimedOut()),
                Arguments.of(100, "", new UnreadableResponse("the response has status 100")),
                Arguments.of(200, "", new UnreadableResponse("the response is empty")),
                Arguments.of(200, "<html>", new UnreadableResponse("the response is not a JSON object")),
                Arguments.of(
                        200, "{'value':1e99999999999}", new UnreadableResponse("the response is not a JSON object")),
                Arguments.of(
                        200,
                        "{'value':'ek_1','client_secret':{'value':'ek_1'}}",
                        new UnreadableResponse("the response has no expiry")),
                Arguments.of(
                        200,
                        "{'value':'ek_[redacted]','expires_at':1792000000,'session':{},'client_secret':{'value':'ek_[redacted]','expires_at':1792000000}}",
                        new OwnCredentialAsToken()),
                Arguments.of(
                        200,
                        "{'value':'ek_1','expires_at':1e30,'client_secret':{'value':'ek_1','expires_at':1e30}}",
                        new UnreadableResponse("the response has no expiry")),
                Arguments.of(
                        200,
                        "{'value':'ek_1','expires_at':1.5,'client_secret':{'value':'ek_1','expires_at':1.5}}",
                        new UnreadableResponse("the response has no expiry")),
                Arguments.of(200, "[]", new UnreadableResponse("the response is not a JSON object")),
                Arguments.of(200, "{'id':'sess_1'", new UnreadableResponse("the response is not a JSON object")),
                Arguments.of(200, "{}", new UnreadableResponse("the response has no token")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void mapsStatusAndErrorToAFailure(int status, String body, MintFailure failure) {
        assertThat(failureOf(() -> unit().decode(REQUEST, reply(status, body)))).isEqualTo(failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void readsRetryAfter(int status) {
        UpstreamReply reply = new UpstreamReply(status, Map.of("Retry-After", "3"), "");

        MintFailure failure = failureOf(() -> unit().decode(REQUEST, reply));

        Optional<Duration> wait = Optional.of(Duration.ofSeconds(3));
        assertThat(failure).isIn(new RateLimited(wait), new Overloaded(wait));
    }

    @Test
    void keepsTheVendorsRequestIdOfAFailure() {
        UpstreamReply reply = new UpstreamReply(500, Map.of(requestIdHeader(), "req-9"), "");

        assertThat(failed(() -> unit().decode(REQUEST, reply)).vendorRequestId())
                .contains("req-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "' '", "null", "7"})
    void rejectsAResponseWithoutAToken(String value) {
        String vendorResponse = vendorResponse("%").replace("'%'", value);

        assertThat(failureOf(() -> unit().decode(REQUEST, reply(200, vendorResponse))))
                .isEqualTo(new UnreadableResponse("the response has no token"));
    }
}
