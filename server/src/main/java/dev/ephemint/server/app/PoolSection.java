package dev.ephemint.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.Operation;
import dev.ephemint.server.mint.Route;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.caller.CallerPolicies;
import dev.ephemint.server.policy.caller.PolicyRules.Allowances;
import dev.ephemint.server.pool.PoolSpec;
import dev.ephemint.server.pool.PoolsReader;
import dev.ephemint.server.schema.ContractSchema;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.reader.LiveSections;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the pools, and says what the policies make of a pool's request.
 *
 * @param current the policies as they are now
 * @param applied those policies around a mint
 * @param routed the same without a caller: the route alone, if there are several upstreams
 */
record PoolSection(Supplier<CallerPolicies> current, Policy applied, Policy routed) {

    private static final String SCHEMA = "ClientSecretRequest";

    /**
     * The pools, which are read at the start only: a changed section is refused.
     *
     * @throws BadSettingsException with everything that is wrong with them
     */
    List<PoolSpec> read(LiveSections sections) {
        AtomicReference<JsonNode> first = new AtomicReference<>();
        return sections.read(now -> {
                    if (!first.compareAndSet(null, now.pools()) && !now.pools().equals(first.get())) {
                        throw new BadSettingsException(
                                List.of(ConfigSections.POOLS + ": a restart is needed to change pools"));
                    }
                    return read(now);
                })
                .get();
    }

    private List<PoolSpec> read(ConfigSections sections) {
        List<PoolSpec> specs = PoolsReader.read(sections.pools());
        List<String> problems =
                specs.stream().flatMap(spec -> problems(spec, sections)).toList();
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return specs;
    }

    private Stream<String> problems(PoolSpec spec, ConfigSections sections) {
        String path = ConfigSections.POOLS + "." + spec.name();
        List<String> problems = new ArrayList<>();
        spec.policy()
                .filter(policy -> !sections.policies().has(policy))
                .ifPresent(policy -> problems.add(path + ".policy: policies has no " + policy));
        ContractSchema.of(Document.CONTRACT)
                .validate(SCHEMA, spec.request())
                .forEach(violation -> problems.add(path + ".request: " + violation.message()));
        if (problems.isEmpty()) {
            refusal(spec).ifPresent(refusal -> problems.add(path + ".request: " + refusal));
        }
        return problems.stream();
    }

    private Optional<String> refusal(PoolSpec spec) {
        try {
            bounded(spec);
            return Optional.empty();
        } catch (MintFailedException refused) {
            return Optional.of(message(refused.failure()));
        }
    }

    private static String message(MintFailure failure) {
        if (failure instanceof InvalidRequest invalid) {
            return invalid.message();
        }
        return failure instanceof NotPermitted refused
                ? refused.message()
                : "is refused: " + failure.getClass().getSimpleName();
    }

    /**
     * The request as it comes to the pool if a caller of the pool's policy sends it.
     *
     * @throws MintFailedException if the policy refuses it
     */
    MintRequest bounded(PoolSpec spec) {
        MintRequest sent = MintRequest.of(spec.request()).withContext(context(spec));
        AtomicReference<MintRequest> seen = new AtomicReference<>();
        Mint last = request -> {
            seen.set(request);
            throw new MintFailedException(new Unreachable("only the request is of interest"));
        };
        try {
            (spec.policy().isEmpty() ? routed : applied).around(last).mint(sent);
        } catch (MintFailedException failed) {
            if (seen.get() == null) {
                throw failed;
            }
        }
        MintRequest bounded = Objects.requireNonNull(seen.get(), "a policy calls the next one, or fails");
        Route route = bounded.context().route();
        return new MintRequest(bounded.body(), sent.context().withRoute(route), null, List.of());
    }

    /** Of a caller that the policy allows to ask at all. */
    private MintContext context(PoolSpec spec) {
        Optional<Allowances> allows = spec.policy()
                .flatMap(policy -> Optional.ofNullable(current.get().byName().get(policy)))
                .map(rules -> rules.allows());
        return new MintContext(
                new Caller("pool", spec.policy().orElse(Caller.ANONYMOUS.policy()), Optional.empty()),
                allows.flatMap(these -> these.endpoints().stream().findFirst()).orElse(Operation.CLIENT_SECRETS),
                allows.flatMap(these -> these.origins().stream().findFirst()),
                Optional.empty(),
                Deadline.none());
    }
}
