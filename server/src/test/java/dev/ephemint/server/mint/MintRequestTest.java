package dev.ephemint.server.mint;

import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MintRequestTest {

    private static final MintContext CONTEXT = new MintContext(
            new Caller("team-a", "strict", Optional.of("user-1")),
            Operation.TRANSCRIPTION_SESSIONS,
            Optional.of("https://app.example"),
            Optional.of("key-1"),
            Deadline.within(Duration.ofSeconds(5), () -> 0));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'session':{'type':'transcription','audio':{'input':{'transcription':{'model':'ears'}}}}} | transcription | true | | ears",
                "{'session':{'type':'realtime','model':'talk'}} | realtime | false | talk |",
                "{'session':{'type':7,'model':null,'audio':{'input':{'transcription':null}}}} | | false | |",
                "{} | | false | |",
            })
    void readsTypeAndModelsOfTheSession(
            String body, String type, boolean transcription, String sessionModel, String transcriptionModel) {
        MintRequest unit = request(body);

        assertThat(unit.sessionType()).isEqualTo(Optional.ofNullable(type));
        assertThat(unit.isTranscription()).isEqualTo(transcription);
        assertThat(unit.sessionModel()).isEqualTo(Optional.ofNullable(sessionModel));
        assertThat(unit.transcriptionModel()).isEqualTo(Optional.ofNullable(transcriptionModel));
    }

    @Test
    void copiesChangeOneMember() {
        MintRequest unit = request("{'x':1}").withContext(CONTEXT).withSafetyIdentifier("s");

        assertThat(unit).isEqualTo(new MintRequest(json("{'x':1}"), CONTEXT, "s", List.of()));
        assertThat(unit.withBody(json("{}"))).isEqualTo(new MintRequest(json("{}"), CONTEXT, "s", List.of()));
    }

    @Test
    void endUserOfTheCredentialTakesPrecedenceOverTheSafetyIdentifier() {
        MintRequest anonymous = request("{}").withSafetyIdentifier("s");

        assertThat(anonymous.withContext(CONTEXT).endUser()).contains("user-1");
        assertThat(anonymous.endUser()).contains("s");
        assertThat(request("{}").endUser()).isEmpty();
    }

    @Test
    void contextWithoutACallerIsAnonymousAndNested() {
        MintContext unit = MintContext.anonymous();

        assertThat(unit.caller()).isEqualTo(Caller.ANONYMOUS);
        assertThat(unit.operation().path()).isEqualTo("/v1/realtime/client_secrets");
        assertThat(unit.deadline().passed()).isFalse();
    }

    @Test
    void contextCopiesChangeOneMember() {
        Caller caller = new Caller("team-b", "open", Optional.empty());
        Deadline deadline = Deadline.none();

        CallerPresence left = () -> true;

        assertThat(CONTEXT.withCaller(caller).withDeadline(deadline).withPresence(left))
                .isEqualTo(new MintContext(
                        caller, CONTEXT.operation(), CONTEXT.origin(), CONTEXT.idempotencyKey(), deadline, left));
    }

    @Test
    void contextKeepsItsRouteAndItsSealedToken() {
        Route route = new Route(List.of(new Route.Leg("azure", json("{}"))));
        MintContext unit = CONTEXT.withRoute(route).withSealed(Optional.of(new Secret("s")));

        assertThat(unit.route()).isEqualTo(route);
        assertThat(unit.sealed()).contains(new Secret("s"));
        assertThat(unit.caller()).isEqualTo(CONTEXT.caller());
    }

    @Test
    void aRouteHasTheUpstreamsOfItsLegs() {
        Route unit = new Route(List.of(new Route.Leg("azure", json("{}")), new Route.Leg("openai", json("{}"))));

        assertThat(unit.has("openai")).isTrue();
        assertThat(unit.has("preview")).isFalse();
        assertThat(Route.NONE.has("azure")).isFalse();
    }

    @Test
    void contextPrintsTheCallerButNoKey() {
        assertThat(CONTEXT)
                .hasToString(
                        "MintContext[caller=team-a, operation=TRANSCRIPTION_SESSIONS, deadline=Deadline[remaining=PT5S]]");
    }

    @ParameterizedTest
    @CsvSource({"40, 60, 50, false", "60, 40, 40, false", "100, 0, 0, true", "101, 0, 0, true"})
    void deadlineLeavesLessAsTimePasses(long passed, long left, long ofFifty, boolean over) {
        AtomicLong nanos = new AtomicLong(-7);
        Deadline deadline = Deadline.within(Duration.ofNanos(100), nanos::get);

        nanos.addAndGet(passed);

        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(left));
        assertThat(deadline.remaining(Duration.ofNanos(50))).isEqualTo(Duration.ofNanos(ofFifty));
        assertThat(deadline.passed()).isEqualTo(over);
    }
}
