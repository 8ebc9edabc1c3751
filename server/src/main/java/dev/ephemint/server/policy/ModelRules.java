package dev.ephemint.server.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of the models, as data: {@code model-rules.json} beside this class, or a file of the operator's that
 * replaces it. A model without a rule is the vendor's to judge.
 */
public final class ModelRules {

    private final Map<String, ModelRule> byModel;

    public ModelRules(List<ModelRule> rules) {
        this.byModel = rules.stream().collect(Collectors.toUnmodifiableMap(ModelRule::model, rule -> rule));
    }

    /** The rules that Ephemint ships. */
    public static ModelRules builtIn() {
        return readOrFail(Objects.requireNonNull(ModelRules.class.getResourceAsStream("model-rules.json")));
    }

    static ModelRules readOrFail(InputStream json) {
        try (json) {
            return read(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Rules in the form of {@code model-rules.json}.
     *
     * @throws IOException where they are not in that form
     */
    public static ModelRules read(InputStream json) throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new ModelRules(mapper.readValue(json, new TypeReference<List<ModelRule>>() {}));
    }

    /** Whether this model is known to transcribe only, so that it cannot be a realtime session's own model. */
    public boolean transcribes(String model) {
        return of(Optional.of(model)).filter(ModelRule::transcribes).isPresent();
    }

    Optional<ModelRule> of(Optional<String> model) {
        return model.map(byModel::get);
    }
}
