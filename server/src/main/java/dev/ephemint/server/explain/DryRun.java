package dev.ephemint.server.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.shape.FlatShape;
import dev.ephemint.server.mint.shape.Repair.Repaired;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a mint up to the call that would be sent, and records the request between policies. */
public final class DryRun {

    private static final String DIALECT = "dialect";

    private final List<NamedPolicy> policies;
    private final Dialect dialect;
    private final List<MintRequest> seen = new ArrayList<>();
    private final List<Step> repairs = new ArrayList<>();
    private @Nullable UpstreamCall call;

    public DryRun(List<NamedPolicy> policies, Dialect dialect) {
        this.policies = List.copyOf(policies);
        this.dialect = dialect;
    }

    /** Records what was repaired in the request before the contract was checked. */
    public void repaired(ObjectNode before, Repaired after) {
        if (!after.warnings().isEmpty()) {
            repairs.add(Step.passed("repair", Change.between(before, after.body()), after.warnings()));
        }
    }

    /** For one request; always fails, at the latest instead of sending. */
    public Mint mint() {
        List<Policy> watched = new ArrayList<>();
        for (NamedPolicy policy : policies) {
            watched.add(this::watch);
            watched.add(policy.policy());
        }
        return Policy.chain(watched).around(this::stop);
    }

    private Mint watch(Mint next) {
        return request -> {
            seen.add(request);
            return next.mint(request);
        };
    }

    private MintedToken stop(MintRequest request) {
        seen.add(request);
        call = dialect.encode(request);
        throw new MintFailedException(new Unreachable("a dry run sends nothing"));
    }

    /** The call that would be sent, unsigned; empty if the request was rejected. */
    public Optional<UpstreamCall> call() {
        return Optional.ofNullable(call);
    }

    /** The request as it came to the first policy; empty if the contract rejected it. */
    Optional<MintRequest> request() {
        return seen.stream().findFirst();
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>(repairs);
        if (seen.isEmpty()) {
            steps.add(Step.refused("contract"));
            return steps;
        }
        steps.add(Step.passed("contract", List.of(), ofContract(seen.get(0).warnings())));
        for (int i = 0; i < policies.size() && i < seen.size(); i++) {
            steps.add(step(i));
        }
        if (seen.size() > policies.size()) {
            steps.add(dialectStep(seen.get(policies.size())));
        }
        return steps;
    }

    private List<MintWarning> ofContract(List<MintWarning> warnings) {
        return warnings.stream()
                .filter(warning ->
                        repairs.stream().noneMatch(step -> step.warnings().contains(warning)))
                .toList();
    }

    private Step step(int i) {
        String name = policies.get(i).name();
        if (seen.size() == i + 1) {
            return Step.refused(name);
        }
        MintRequest before = seen.get(i);
        MintRequest after = seen.get(i + 1);
        return Step.passed(name, Change.between(before.body(), after.body()), added(before, after));
    }

    private static List<MintWarning> added(MintRequest before, MintRequest after) {
        return after.warnings().stream()
                .filter(warning -> !before.warnings().contains(warning))
                .toList();
    }

    /** In a flat dialect the request is compared in its flat shape: the rest is the dialect's change. */
    private Step dialectStep(MintRequest request) {
        if (call == null) {
            return Step.refused(DIALECT);
        }
        ObjectNode said = call.body();
        boolean flat = request.body().has("session") && !said.has("session");
        ObjectNode meant = flat ? FlatShape.flattenRequest(request.body()) : request.body();
        return Step.passed(DIALECT, Change.between(meant, said), List.of());
    }
}
