package dev.ephemint.server.policy.model;

import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.policy.model.ModelFact.Retirement;
import dev.ephemint.server.policy.model.ModelFact.Transcribes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of models at the configured vendor. A name may be a model's or a deployment's: the facts are those of the
 * model behind it, and of a deployment that no setting maps nothing is known.
 */
public final class ModelFacts {

    private final Map<String, Known> byModel = new HashMap<>();
    private final Known ofOthers;
    private final Map<String, String> deployments;

    ModelFacts(List<ModelRule> rules, Map<String, String> deployments) {
        rules.stream()
                .flatMap(rule -> rule.models().stream())
                .distinct()
                .forEach(model -> byModel.put(
                        model,
                        Known.of(rules.stream()
                                .filter(rule -> rule.isOfModel(model))
                                .toList())));
        this.ofOthers =
                Known.of(rules.stream().filter(rule -> rule.models().isEmpty()).toList());
        this.deployments = Map.copyOf(deployments);
    }

    /**
     * What is known of one model.
     *
     * @param bySession what applies to a session, by its type
     */
    private record Known(FactsByKind all, Map<String, FactsByKind> bySession) {

        static Known of(List<ModelRule> rules) {
            Map<String, FactsByKind> bySession = new HashMap<>();
            rules.stream()
                    .flatMap(rule -> rule.sessions().stream())
                    .distinct()
                    .forEach(session -> bySession.put(
                            session,
                            FactsByKind.of(rules.stream()
                                    .filter(rule -> rule.sessions().contains(session))
                                    .toList())));
            return new Known(FactsByKind.of(rules), bySession);
        }
    }

    private Known known(String model) {
        return byModel.getOrDefault(model, ofOthers);
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
        return !of(name, Transcribes.class).isEmpty();
    }

    /** The days on which the vendor shuts it down; several if it has several versions. */
    public List<Retirement> retirements(String name) {
        return of(name, Retirement.class);
    }

    <F extends ModelFact> List<F> of(String name, Class<F> kind) {
        return model(name).map(model -> known(model).all().of(kind)).orElse(List.of());
    }

    /** What is known of what a request asks of the model that transcribes. */
    FactsByKind about(MintRequest request) {
        String model = request.transcriptionModel().flatMap(this::model).orElse("");
        return known(model).bySession().getOrDefault(request.sessionType().orElse(""), FactsByKind.NONE);
    }
}
