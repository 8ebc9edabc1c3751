package dev.ephemint.server.policy.route;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Route;
import dev.ephemint.server.mint.Route.Leg;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.caller.CallerPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides which upstreams may mint for a request, and in which order: those that the caller's policy names, otherwise those of
 * the rule for the model, otherwise all. Those that do not serve the model, or that the policy does not allow for the
 * request, are left out.
 *
 * @param sites by name
 * @param rules as they are now
 * @param policies as they are now
 */
public record RoutePolicy(Map<String, RouteSite> sites, Supplier<RouteRules> rules, Supplier<CallerPolicies> policies)
        implements Policy {

    private static final String SESSION_MODEL = "session.model";
    private static final String TRANSCRIPTION_MODEL = "session.audio.input.transcription.model";

    @Override
    public Mint around(Mint next) {
        return request -> {
            Route route = routed(choice(request), request);
            MintedToken token = next.mint(request.withBody(route.legs().get(0).body())
                    .withContext(request.context().withRoute(route)));
            return finished(request, route, token);
        };
    }

    private MintedToken finished(MintRequest request, Route route, MintedToken token) {
        Leg leg = route.legs().stream()
                .filter(tried -> token.connection().upstream().equals(Optional.of(tried.upstream())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("minted outside its route"));
        RouteSite site = site(leg.upstream());
        return site.models().restored(request, site.policy().constrained(request.withBody(leg.body()), token));
    }

    /** The upstreams for a request, and why. */
    public RouteChoice choice(MintRequest request) {
        List<Leg> legs = new ArrayList<>();
        List<String> unserved = new ArrayList<>();
        Map<String, MintFailedException> refused = new LinkedHashMap<>();
        List<String> ofPolicy = policies.get().upstreams(request.context().caller());
        Optional<RouteRules.Rule> rule = rules.get().of(model(request));
        List<String> ofModel =
                rule.map(RouteRules.Rule::upstreams).orElse(rules.get().all());
        List<String> asked = ofPolicy.isEmpty()
                ? ofModel
                : ofPolicy.stream().filter(ofModel::contains).toList();
        for (String name : asked) {
            MintRequest named = site(name).models().named(request);
            if (!site(name).models().allows(named)) {
                unserved.add(name);
                continue;
            }
            try {
                legs.add(new Leg(name, site(name).policy().bound(named).body()));
            } catch (MintFailedException failed) {
                refused.put(name, failed);
            }
        }
        return new RouteChoice(reason(ofPolicy, rule), new Route(legs), unserved, refused);
    }

    private static String reason(List<String> ofPolicy, Optional<RouteRules.Rule> rule) {
        String ofModel = rule.map(found -> "route " + found.number() + " names the model")
                .orElse("no route names the model");
        return ofPolicy.isEmpty() ? ofModel : "the caller's policy names its upstreams; " + ofModel;
    }

    private Route routed(RouteChoice choice, MintRequest request) {
        if (choice.route().legs().isEmpty()) {
            throw choice.refused().values().stream().findFirst().orElseGet(() -> none(choice, request));
        }
        return choice.route();
    }

    private static MintFailedException none(RouteChoice choice, MintRequest request) {
        if (choice.unserved().isEmpty()) {
            return new MintFailedException(new NotPermitted(
                    null, "upstream_not_allowed", "The caller's policy allows no upstream that serves this model."));
        }
        return new MintFailedException(new InvalidRequest(
                request.isTranscription() ? TRANSCRIPTION_MODEL : SESSION_MODEL,
                "model_not_found",
                "No upstream serves the models of this request."));
    }

    /** The model by which rules decide: the session's, or the transcription's in a transcription session. */
    private static Optional<String> model(MintRequest request) {
        return request.isTranscription() ? request.transcriptionModel() : request.sessionModel();
    }

    private RouteSite site(String name) {
        return Optional.ofNullable(sites.get(name)).orElseThrow();
    }
}
