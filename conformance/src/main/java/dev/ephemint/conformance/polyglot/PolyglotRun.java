package dev.ephemint.conformance.polyglot;

import dev.ephemint.conformance.polyglot.ClientVerdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Generates clients from one contract, compiles them and judges each.
 *
 * @param generation where to
 * @param target a service to mint at, beside the kit's own endpoint
 */
public record PolyglotRun(ClientGeneration generation, Contract contract, Optional<URI> target) {
    private static final Duration DEADLINE = Duration.ofMinutes(15);

    /** @param progress is given each verdict as soon as it is known */
    public List<ClientVerdict> judge(List<GeneratedClient> clients, Consumer<ClientVerdict> progress)
            throws IOException, InterruptedException {
        generation.generate(clients, contract);
        List<ClientVerdict> verdicts = new ArrayList<>();
        for (GeneratedClient client : clients) {
            ClientVerdict verdict = judge(client);
            progress.accept(verdict);
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private ClientVerdict judge(GeneratedClient client) throws IOException {
        if (client.untried().isPresent()) {
            return verdict(client, Verdict.UNKNOWN, client.untried().get());
        }
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
        } catch (ToolMissingException e) {
            return verdict(client, Verdict.UNKNOWN, oneLine(String.valueOf(e.getMessage())));
        } catch (HarnessException e) {
            return verdict(client, Verdict.BREAKS, oneLine(String.valueOf(e.getMessage())));
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

    private ClientVerdict verdict(GeneratedClient client, Verdict verdict, String because) {
        return new ClientVerdict(client, contract.version(), verdict, because);
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
