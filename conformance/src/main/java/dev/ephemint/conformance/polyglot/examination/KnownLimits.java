package dev.ephemint.conformance.polyglot.examination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import dev.ephemint.conformance.polyglot.client.PolyglotFiles;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The list of what each generator cannot carry, {@code known-limits.json}. */
public record KnownLimits(List<KnownLimit> entries) {
    public KnownLimits {
        entries = List.copyOf(entries);
    }

    public static KnownLimits read() {
        return of(PolyglotFiles.json("known-limits.json"));
    }

    static KnownLimits of(JsonNode list) {
        return new KnownLimits(StreamSupport.stream(list.spliterator(), false)
                .map(node -> new KnownLimit(
                        node.required("client").asText(),
                        node.required("differences").asText(),
                        node.required("reason").asText(),
                        LocalDate.parse(node.required("since").asText())))
                .toList());
    }

    /** Observed differences that no entry explains. */
    public List<String> unexplained(GeneratedClient client, Collection<String> observed) {
        return observed.stream()
                .filter(difference -> of(client).noneMatch(limit -> limit.explains(difference)))
                .map(difference -> "differs and is not listed: " + difference)
                .toList();
    }

    /** Entries of this client that explain nothing that was observed: the limit is gone, or the entry was never right. */
    public List<String> stale(GeneratedClient client, Collection<String> observed) {
        return of(client)
                .filter(limit -> observed.stream().noneMatch(limit::explains))
                .map(limit -> "is listed and no longer differs: " + limit.differences())
                .toList();
    }

    private Stream<KnownLimit> of(GeneratedClient client) {
        return entries.stream().filter(limit -> limit.client().equals(client.name()));
    }
}
