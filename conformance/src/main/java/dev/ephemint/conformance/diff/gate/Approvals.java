package dev.ephemint.conformance.diff.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.input.InputSchema;
import dev.ephemint.conformance.input.InvalidInputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Approvals of breaking changes, from a YAML list of {@code fingerprint}, {@code reason} and {@code expires}. */
public record Approvals(List<Approval> entries) {
    public Approvals {
        entries = List.copyOf(entries);
    }

    /** @throws InvalidInputException lists each mistake */
    public static Approvals read(Path file) {
        List<Approval> entries = new ArrayList<>();
        for (JsonNode entry : InputSchema.named("approvals").read(file).valid()) {
            entries.add(new Approval(
                    entry.get("fingerprint").textValue(),
                    entry.get("reason").textValue(),
                    LocalDate.parse(entry.get("expires").textValue())));
        }
        return new Approvals(entries);
    }

    boolean approve(Change change, LocalDate today) {
        return entries.stream()
                .anyMatch(approval ->
                        approval.fingerprint().equals(change.fingerprint()) && today.isBefore(approval.expires()));
    }

    /** Approvals that are expired, or whose change does not occur. */
    List<String> problems(List<Change> changes, LocalDate today) {
        List<String> problems = new ArrayList<>();
        for (Approval approval : entries) {
            if (!today.isBefore(approval.expires())) {
                problems.add("approval " + approval.fingerprint() + ": expired on " + approval.expires());
            }
            boolean used = changes.stream()
                    .anyMatch(change ->
                            change.isBreaking() && change.fingerprint().equals(approval.fingerprint()));
            if (!used) {
                problems.add("approval " + approval.fingerprint() + ": no such breaking change; remove it");
            }
        }
        return problems;
    }
}
