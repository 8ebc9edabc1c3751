package dev.ephemint.conformance.polyglot;

import dev.ephemint.conformance.polyglot.ClientVerdict.Verdict;
import dev.ephemint.conformance.polyglot.client.ClientGeneration;
import dev.ephemint.conformance.polyglot.client.Contract;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is tried with each generated client. */
public sealed interface Trial permits PolyglotRun, ClientComparison {
    /** For each response of a harness; it only ends a hang. */
    Duration DEADLINE = Duration.ofMinutes(15);

    ClientGeneration generation();

    /** The contracts that each client is generated from. */
    List<Contract> contracts();

    /**
     * Tries one client that has a harness.
     *
     * @throws HarnessException if the client breaks
     */
    ClientVerdict attempt(GeneratedClient client) throws IOException, HarnessException, ToolMissingException;

    /**
     * Generates clients and judges each.
     *
     * @param progress is given each verdict as soon as it is known
     */
    default List<ClientVerdict> judge(List<GeneratedClient> clients, Consumer<ClientVerdict> progress)
            throws IOException, InterruptedException {
        for (Contract contract : contracts()) {
            generation().generate(clients, contract);
        }
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
        try {
            return attempt(client);
        } catch (ToolMissingException e) {
            return verdict(client, Verdict.UNKNOWN, String.valueOf(e.getMessage()));
        } catch (HarnessException e) {
            return verdict(client, Verdict.BREAKS, String.valueOf(e.getMessage()));
        }
    }

    /** @param because is put on one line */
    default ClientVerdict verdict(GeneratedClient client, Verdict verdict, String because) {
        String versions = contracts().stream().map(Contract::version).collect(Collectors.joining(" to "));
        return new ClientVerdict(client, versions, verdict, because.strip().replaceAll("\\s+", " "));
    }
}
