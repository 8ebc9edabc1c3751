package dev.ephemint.server.policy.route;

import static dev.ephemint.server.Fixtures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Constraint.Enforcer;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Route;
import dev.ephemint.server.policy.caller.CallerPolicies;
import dev.ephemint.server.policy.caller.UpstreamFacts;
import dev.ephemint.server.policy.caller.UpstreamPolicy;
import dev.ephemint.server.policy.caller.reader.PoliciesReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoutePolicyTest {

    private static final RouteRules RULES = new RouteRules(
            List.of(
                    RouteRules.Rule.of(1, List.of("whisper-*"), List.of("openai")),
                    RouteRules.Rule.of(2, List.of("gpt-live-*", "captions"), List.of("azure", "openai"))),
            List.of("preview", "azure", "openai"));

    private final List<MintRequest> routed = new ArrayList<>();

    /** Only Azure restricts models; a token of the preview always lives for a minute. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                  | whisper-1           | openai",
                "{}                                  | gpt-live-transcribe | azure openai",
                "{}                                  | gpt-4o-transcribe   | preview openai",
                "{}                                  | captions            | azure openai",
                "{'upstreams':['openai','azure']}    | gpt-live-transcribe | openai azure",
                "{'upstreams':['azure']}             | gpt-live-transcribe | azure",
                "{'dialects':['azure']}              | gpt-live-transcribe | azure",
                "{'lifetime':{'min-seconds':100}}    | gpt-4o-transcribe   | openai",
            })
    void ordersByPolicyThenByModel(String policy, String model, String upstreams) {
        mint(policy, model);

        assertThat(routed.get(0).context().route().legs())
                .extracting(Route.Leg::upstream)
                .containsExactly(upstreams.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'upstreams':['azure']} | whisper-1         | upstream_not_allowed",
                "{'dialects':['azure-preview']} | whisper-1  | upstream_not_allowed",
                "{'upstreams':['azure']} | gpt-4o-transcribe | model_not_found",
            })
    void rejectsWhatNoUpstreamMayMint(String policy, String model, String code) {
        var failure = failureOf(() -> mint(policy, model));

        assertThat(failure instanceof NotPermitted refused ? refused.code() : ((InvalidRequest) failure).code())
                .isEqualTo(code);
        assertThat(routed).isEmpty();
    }

    @Test
    void namesTheMemberWhoseModelIsNotServed() {
        RoutePolicy policy = policy("{'upstreams':['azure']}");
        MintRequest realtime = Fixtures.request("{'session':{'type':'realtime','model':'gpt-realtime'}}");

        assertThat(failureOf(() -> policy.around(this::token).mint(realtime)))
                .isEqualTo(new InvalidRequest(
                        "session.model", "model_not_found", "No upstream serves the models of this request."));
    }

    @Test
    void eachUpstreamGetsItsOwnNamesAndLifetime() {
        MintedToken token = mint("{'lifetime':{'max-seconds':120}}", "captions");

        List<Route.Leg> legs = routed.get(0).context().route().legs();
        assertThat(legs.get(0).body())
                .isEqualTo(routed.get(0).body())
                .isEqualTo(Fixtures.json("{'session':{'type':'transcription','audio':{'input':{'transcription':"
                        + "{'model':'gpt-live-transcribe'}}}},'expires_after':{'seconds':120}}"));
        assertThat(legs.get(1).body().findValue("model").asText()).isEqualTo("captions");
        assertThat(token.response().findValue("model").asText()).isEqualTo("captions");
        assertThat(token.connection().constraints()).hasSize(1);
    }

    @Test
    void saysWhy() {
        RouteChoice choice =
                policy("{'upstreams':['openai','azure','preview']}").choice(transcription("gpt-4o-transcribe"));

        assertThat(choice.reason()).isEqualTo("the caller's policy names its upstreams; no route names the model");
        assertThat(choice.upstreams()).containsExactly("openai", "preview");
        assertThat(choice.lines())
                .containsExactly(
                        "upstreams in their order: openai, preview (the caller's policy names its upstreams; no route"
                                + " names the model)",
                        "azure does not serve the model");
        assertThat(policy("{'dialects':['azure']}")
                        .choice(transcription("whisper-1"))
                        .lines())
                .containsExactly(
                        "upstreams in their order: none (route 1 names the model)",
                        "openai is not allowed by the caller's policy");
        assertThat(policy("{}").choice(transcription("whisper-1")).reason()).isEqualTo("route 1 names the model");
    }

    @Test
    void aTokenFromOutsideTheRouteIsABug() {
        assertThatThrownBy(
                        () -> policy("{}").around(request -> Fixtures.token(1)).mint(transcription("whisper-1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void printsNoBody() {
        mint("{}", "whisper-1");

        assertThat(routed.get(0).context().route()).hasToString("Route[legs=[openai]]");
    }

    private MintedToken mint(String policy, String model) {
        return policy(policy).around(this::token).mint(transcription(model));
    }

    private static MintRequest transcription(String model) {
        return Fixtures.transcription("{'transcription':{'model':'" + model + "'}}");
    }

    private MintedToken token(MintRequest request) {
        routed.add(request);
        MintedToken token = Fixtures.token(1).withResponse(request.body());
        return token.withConnection(token.connection()
                .withUpstream(request.context().route().legs().get(0).upstream()));
    }

    private static RoutePolicy policy(String policy) {
        var read =
                new PoliciesReader((name, all) -> Optional.empty()).read(Fixtures.json("{'anonymous':" + policy + "}"));
        assertThat(read.problems()).isEmpty();
        CallerPolicies policies = read.policies();
        Map<String, RouteSite> sites = List.of(
                        site(
                                "preview",
                                OptionalInt.of(60),
                                new UpstreamModels(List.of(), Map.of(), Map.of()),
                                policies),
                        site(
                                "azure",
                                OptionalInt.empty(),
                                new UpstreamModels(
                                        List.of(ModelPattern.of("gpt-live-*")),
                                        Map.of("captions", "gpt-live-transcribe"),
                                        Map.of()),
                                policies),
                        site(
                                "openai",
                                OptionalInt.empty(),
                                new UpstreamModels(List.of(), Map.of(), Map.of()),
                                policies))
                .stream()
                .collect(Collectors.toMap(RouteSite::name, site -> site));
        return new RoutePolicy(sites, () -> RULES, () -> policies);
    }

    private static RouteSite site(
            String dialect, OptionalInt lifetime, UpstreamModels models, CallerPolicies policies) {
        UpstreamFacts facts = new UpstreamFacts(dialect, lifetime, Map.of(), member -> Enforcer.NONE);
        return new RouteSite(dialect, models, new UpstreamPolicy(() -> policies, facts, 600));
    }
}
