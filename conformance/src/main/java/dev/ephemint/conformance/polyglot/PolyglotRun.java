package dev.ephemint.conformance.polyglot;

import dev.ephemint.conformance.polyglot.ClientVerdict.Verdict;
import dev.ephemint.conformance.polyglot.client.ClientGeneration;
import dev.ephemint.conformance.polyglot.client.Contract;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import dev.ephemint.conformance.polyglot.examination.ClientExamination;
import dev.ephemint.conformance.polyglot.examination.KnownLimits;
import dev.ephemint.conformance.polyglot.examination.WireCase;
import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Generates clients from one contract, compiles them and judges each.
 *
 * @param generation where to
 * @param target a service to mint at, beside the kit's own endpoint
 */
public record PolyglotRun(ClientGeneration generation, Contract contract, Optional<URI> target) implements Trial {
    @Override
    public List<Contract> contracts() {
        return List.of(contract);
    }

    @Override
    public ClientVerdict attempt(GeneratedClient client) throws IOException, HarnessException, ToolMissingException {
        Path directory = generation.directory(client, contract);
        try (Harness harness = Harness.in(directory, DEADLINE)) {
            List<String> wrong =
                    new ArrayList<>(contradictions(client, ClientExamination.differences(harness, WireCase.all())));
            if (target.isPresent()) {
                wrong.addAll(TargetMints.failures(harness, target.get()));
            }
            return wrong.isEmpty()
                    ? verdict(client, Verdict.PASSES, "")
                    : verdict(client, Verdict.BREAKS, String.join("; ", wrong));
        }
    }

    /** Limits are listed for the contract of this kit; for another one, an entry may explain nothing. */
    private List<String> contradictions(GeneratedClient client, List<String> observed) {
        KnownLimits limits = KnownLimits.read();
        List<String> wrong = new ArrayList<>(limits.unexplained(client, observed));
        if (contract.equals(Contract.bundled())) {
            wrong.addAll(limits.stale(client, observed));
        }
        return wrong;
    }
}
