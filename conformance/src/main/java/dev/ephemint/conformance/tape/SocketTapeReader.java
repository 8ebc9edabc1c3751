package dev.ephemint.conformance.tape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the tape of one socket and refuses it if it contradicts itself. */
final class SocketTapeReader {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final List<String> PARTS = List.of("/request/path", "/request/headers", "/response/headers");

    private final String name;
    private final TapeTree tree;

    private SocketTapeReader(String name, TapeTree tree) {
        this.name = name;
        this.tree = tree;
    }

    static SocketTape read(String name, String text) {
        return new SocketTapeReader(name, TapeTree.of(name, text)).tape();
    }

    private SocketTape tape() {
        TapedResponse response = tree.response();
        boolean opened = response.status() == SWITCHING_PROTOCOLS;
        List<String> parts = new ArrayList<>(PARTS);
        if (!opened) {
            parts.add("/response/body");
        }
        Provenance provenance = tree.provenance(parts);
        List<TapedEvent> events = events(provenance.unpublished());
        if (opened == events.isEmpty() || (!opened && tree.at("/close").isPresent())) {
            throw new InvalidTapeException(name, "/events are there if, and only if, the handshake ends in 101");
        }
        return new SocketTape(name, provenance, request(), response, events, close());
    }

    private TapedUpgrade request() {
        tree.require("/request/method", "GET");
        return new TapedUpgrade(tree.at("/request/path").map(JsonNode::textValue), tree.texts("/request/headers"));
    }

    private List<TapedEvent> events(Set<String> unpublished) {
        int count = tree.at("/events").map(JsonNode::size).orElseThrow(() -> tree.missing("/events"));
        List<TapedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event("/events/" + i, unpublished));
        }
        return events;
    }

    private TapedEvent event(String place, Set<String> unpublished) {
        String event = place + "/event";
        tree.text(event + "/type");
        List<String> cut = unpublished.stream()
                .filter(pointer -> pointer.startsWith(event + "/"))
                .map(pointer -> pointer.substring(event.length()))
                .toList();
        return new TapedEvent(
                Direction.valueOf(tree.text(place + "/direction").toUpperCase(Locale.ROOT)),
                tree.at(place + "/event").orElseThrow(),
                tree.at(place + "/times").map(JsonNode::intValue).orElse(1),
                tree.at(place + "/about").map(JsonNode::textValue),
                Set.copyOf(cut));
    }

    private Optional<SocketClose> close() {
        return tree.at("/close")
                .map(close -> new SocketClose(close.path("code").intValue(), tree.text("/close/reason")));
    }
}
