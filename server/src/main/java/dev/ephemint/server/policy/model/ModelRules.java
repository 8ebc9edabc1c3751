package dev.ephemint.server.policy.model;

import dev.ephemint.server.mint.VendorName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of the models, as data: {@code model-rules.json} of the contract, or a file of the operator's that replaces
 * it. Without a rule, the vendor judges.
 */
public record ModelRules(List<ModelRule> all) {

    public ModelRules {
        all = List.copyOf(all);
    }

    /** The rules that Ephemint ships. */
    public static ModelRules builtIn() {
        return readOrFail(Objects.requireNonNull(
                ModelRules.class.getResourceAsStream("/dev/ephemint/contract/model-rules.json")));
    }

    static ModelRules readOrFail(InputStream json) {
        try (json) {
            return read(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Rules in the form of {@code server/docs/model-rules.md}.
     *
     * @throws IOException naming the entry and the member that are not in that form
     */
    public static ModelRules read(InputStream json) throws IOException {
        return new ModelRules(ModelRulesReader.read(json));
    }

    /** Whether the name is that of a model that only transcribes, at any vendor: enough to detect that it is misplaced. */
    public boolean transcribes(String model) {
        return new ModelFacts(all, Map.of()).transcribes(model);
    }

    /**
     * The facts that apply at one upstream.
     *
     * @param vendor the vendor whose models it serves; empty if unknown: only rules about every vendor apply
     * @param deployments model name to deployment name, if they differ
     */
    public ModelFacts at(Optional<VendorName> vendor, Map<String, String> deployments) {
        return new ModelFacts(
                all.stream().filter(rule -> rule.isOfVendor(vendor)).toList(), deployments);
    }
}
