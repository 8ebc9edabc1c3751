package dev.ephemint.conformance.polyglot;

import dev.ephemint.conformance.polyglot.ClientVerdict.Verdict;
import dev.ephemint.conformance.polyglot.client.ClientGeneration;
import dev.ephemint.conformance.polyglot.client.Contract;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import dev.ephemint.conformance.polyglot.examination.ClientExamination;
import dev.ephemint.conformance.polyglot.examination.WireCase;
import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change of the contract means for each generated client. The client of the old contract runs as it is, and the client
 * of the new one is compiled with the code that was written for the old one.
 */
public record ClientComparison(ClientGeneration generation, Contract before, Contract after) implements Trial {
    @Override
    public List<Contract> contracts() {
        return List.of(before, after);
    }

    @Override
    public ClientVerdict attempt(GeneratedClient client) throws IOException, ToolMissingException {
        List<String> asItIs;
        Set<String> limits;
        try (Harness old = Harness.in(generation.directory(client, before), DEADLINE)) {
            limits = new HashSet<>(ClientExamination.differences(old, WireCase.all()));
            asItIs = ReleasedClient.failures(old, before, after);
        } catch (HarnessException e) {
            String reason = "it already fails with contract " + before.version() + ": " + e.getMessage();
            return verdict(client, Verdict.UNKNOWN, reason);
        }
        List<String> regenerated = regenerated(client, limits);
        return regenerated.isEmpty() && asItIs.isEmpty()
                ? verdict(client, Verdict.PASSES, "it mints each case, regenerated or not")
                : verdict(client, Verdict.BREAKS, summary(regenerated, asItIs));
    }

    /** @param limits differences that the client of the old contract has, too */
    private List<String> regenerated(GeneratedClient client, Set<String> limits) throws IOException {
        try (Harness harness = Harness.in(generation.directory(client, after), DEADLINE)) {
            return ClientExamination.differences(harness, WireCase.all()).stream()
                    .filter(difference -> !limits.contains(difference))
                    .map(difference -> "it differs: " + difference)
                    .toList();
        } catch (HarnessException | ToolMissingException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static String summary(List<String> regenerated, List<String> asItIs) {
        return Stream.of(first("regenerated, ", regenerated), first("not regenerated, ", asItIs))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> first(String kind, List<String> failures) {
        String more = failures.size() > 1 ? " (and " + (failures.size() - 1) + " more)" : "";
        return failures.stream().findFirst().map(failure -> kind + failure + more);
    }
}
