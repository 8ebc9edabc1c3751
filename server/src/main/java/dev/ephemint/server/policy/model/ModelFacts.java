package dev.ephemint.server.policy.model;

import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.policy.model.ModelFact.Retirement;
import dev.ephemint.server.policy.model.ModelFact.Transcribes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of models at the configured vendor. A name may be a model's or a deployment's: the facts are those of the
 * model behind it, and of a deployment that no setting maps nothing is known.
 */
public final class ModelFacts {

    private final List<ModelRule> rules;
    private final Map<String, String> deployments;

    ModelFacts(List<ModelRule> rules, Map<String, String> deployments) {
        this.rules = List.copyOf(rules);
        this.deployments = Map.copyOf(deployments);
    }

    /**
     * The model behind a name; empty if several models are mapped to the deployment of that name. A name that is not
     * mapped counts as a model's, because many deployments are named like their model.
     */
    public Optional<String> model(String name) {
        if (deployments.containsKey(name)) {
            return Optional.of(name);
        }
        List<String> behind = deployments.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .toList();
        return behind.size() > 1 ? Optional.empty() : Optional.of(behind.isEmpty() ? name : behind.get(0));
    }

    /** Whether it only transcribes, and so cannot be a realtime session's own model. */
    public boolean transcribes(String name) {
        return of(name, Transcribes.class).findAny().isPresent();
    }

    /** The days on which the vendor shuts it down; several if it has several versions. */
    public List<Retirement> retirements(String name) {
        return of(name, Retirement.class).toList();
    }

    /** Facts of one kind about the model behind a name. */
    <F extends ModelFact> Stream<F> of(String name, Class<F> kind) {
        return model(name).stream()
                .flatMap(model -> rules.stream().filter(rule -> rule.isOfModel(model)))
                .flatMap(rule -> rule.facts().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Facts of one kind about what a request asks of the model that transcribes. */
    <F extends ModelFact> Stream<F> of(MintRequest request, Class<F> kind) {
        String model = request.transcriptionModel().flatMap(this::model).orElse("");
        String session = request.sessionType().orElse("");
        return rules.stream()
                .filter(rule -> rule.isOfModel(model) && rule.sessions().contains(session))
                .flatMap(rule -> rule.facts().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
