package dev.ephemint.conformance.diff.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.diff.change.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Approvals of breaking changes, from a YAML list of {@code fingerprint}, {@code reason} and {@code expires}. */
public record Approvals(List<Approval> entries) {
    public Approvals {
        entries = List.copyOf(entries);
    }

    public static Approvals read(Path file) {
        try {
            List<Approval> entries = new ArrayList<>();
            for (JsonNode entry : new YAMLMapper().readTree(file.toFile())) {
                entries.add(new Approval(
                        entry.path("fingerprint").asText(),
                        entry.path("reason").asText(),
                        LocalDate.parse(entry.path("expires").asText())));
            }
            return new Approvals(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
