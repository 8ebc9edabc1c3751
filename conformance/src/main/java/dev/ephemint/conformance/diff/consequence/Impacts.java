package dev.ephemint.conformance.diff.consequence;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.document.SpecDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Works out what changes mean for callers, readers, dialects, tapes, canaries, scenarios, SDKs and generated clients. */
public final class Impacts {
    private final List<Consumer> consumers = new ArrayList<>();

    private Impacts(SpecDocument before, SpecDocument after, ClientResults clients) {
        consumers.add(new SideConsumer("callers", Side.REQUEST));
        consumers.add(new SideConsumer("readers", Side.RESPONSE));
        for (TargetDialect dialect : TargetDialect.values()) {
            consumers.add(DialectConsumer.of(dialect, before.hasEvents()));
        }
        MessageValidator old = new MessageValidator(before.tree());
        MessageValidator now = new MessageValidator(after.tree());
        if (before.hasEvents()) {
            consumers.add(EventTapes.consumer(old, now));
            return;
        }
        consumers.add(MessagesConsumer.of("tapes", KitMessages.ofTapes(), old, now, false));
        consumers.add(CanaryMessages.consumer(old, now));
        consumers.add(MessagesConsumer.of("scenarios", KitMessages.ofScenarios(), old, now, true));
        JsonNode surfaces = surfaces();
        surfaces.path("sdks").forEach(sdk -> consumers.add(new SdkConsumer(sdk, surfaces.path("members"))));
        consumers.addAll(clients.consumers());
    }

    public static List<Impact> of(
            SpecDocument before, SpecDocument after, List<Change> changes, ClientResults clients) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Impacts impacts = new Impacts(before, after, clients);
        return changes.stream().map(impacts::impact).toList();
    }

    private Impact impact(Change change) {
        return new Impact(
                change, consumers.stream().map(consumer -> consumer.of(change)).toList());
    }

    private static JsonNode surfaces() {
        try (InputStream in = requireNonNull(Impacts.class.getResourceAsStream("sdk-surfaces.yaml"))) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
