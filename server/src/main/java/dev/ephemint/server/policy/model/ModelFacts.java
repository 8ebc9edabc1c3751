package dev.ephemint.server.policy.model;

import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.policy.model.ModelFact.Retirement;
import dev.ephemint.server.policy.model.ModelFact.Transcribes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of models at the configured vendor. A name may be a model's or a deployment's: the facts are those of the
 * model behind it, and of a deployment that no setting maps nothing is known.
 */
public final class ModelFacts {

    /** For each model that a rule names, all that apply to it. */
    private final Map<String, List<ModelRule>> byModel = new HashMap<>();

    private final List<ModelRule> ofEveryModel;
    private final Map<String, String> deployments;

    ModelFacts(List<ModelRule> rules, Map<String, String> deployments) {
        rules.stream()
                .flatMap(rule -> rule.models().stream())
                .distinct()
                .forEach(model -> byModel.put(
                        model,
                        rules.stream().filter(rule -> rule.isOfModel(model)).toList()));
        this.ofEveryModel =
                rules.stream().filter(rule -> rule.models().isEmpty()).toList();
        this.deployments = Map.copyOf(deployments);
    }

    private List<ModelRule> rules(String model) {
        return byModel.getOrDefault(model, ofEveryModel);
    }

    /**
     * The model behind a name; empty if several models are mapped to the deployment of that name. A name that is not
     * mapped counts as a model's, because many deployments are named like their model.
     */
    public Optional<String> model(String name) {
        if (deployments.isEmpty() || deployments.containsKey(name)) {
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
                .flatMap(model -> rules(model).stream())
                .flatMap(rule -> rule.facts().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Facts of one kind about what a request asks of the model that transcribes. */
    <F extends ModelFact> Stream<F> of(MintRequest request, Class<F> kind) {
        List<ModelRule> rules =
                rules(request.transcriptionModel().flatMap(this::model).orElse(""));
        if (rules.isEmpty()) {
            return Stream.empty();
        }
        String session = request.sessionType().orElse("");
        return rules.stream()
                .filter(rule -> rule.sessions().contains(session))
                .flatMap(rule -> rule.facts().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
