package dev.ephemint.conformance.diff.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.schema.ChangeRecorder;
import dev.ephemint.conformance.diff.schema.SchemaWalk;
import dev.ephemint.conformance.diff.schema.Spot;
import java.util.List;
import java.util.Map;

/** Compares the sockets and events of two AsyncAPI documents. */
final class EventWalk {
    private static final List<String> ADDRESS = List.of("address", "bindings/ws/method");

    private final ChangeRecorder changes;
    private final SchemaWalk schemas;
    private final ContentWalk texts;

    EventWalk(ChangeRecorder changes) {
        this.changes = changes;
        schemas = new SchemaWalk(changes);
        texts = new ContentWalk(changes, schemas);
    }

    void compare(JsonNode old, JsonNode now) {
        for (String name : Nodes.names(old.path("servers"), now.path("servers"))) {
            compareServer(Spot.of("/servers/" + name), old.at("/servers/" + name), now.at("/servers/" + name));
        }
        for (String name : Nodes.names(old.path("channels"), now.path("channels"))) {
            compareChannel(Spot.of("/channels/" + name), old.at("/channels/" + name), now.at("/channels/" + name));
        }
        for (String name : Nodes.names(old.path("operations"), now.path("operations"))) {
            Spot spot = Spot.of("/operations/" + name);
            compareOperation(spot, old.at(spot.before()), now.at(spot.after()), name);
        }
    }

    private void compareServer(Spot spot, JsonNode old, JsonNode now) {
        Usage usage = new Usage(spot.name().substring(1), Side.REQUEST, "server", "");
        List<String> texts = List.of("description", "title", "summary", "variables");
        if (old.isMissingNode()) {
            changes.add("server.added", spot, usage, old, now);
        } else if (!Nodes.without(old, texts).equals(Nodes.without(now, texts))) {
            changes.add("server.removed", spot, usage, old, now);
        }
    }

    private void compareChannel(Spot spot, JsonNode old, JsonNode now) {
        String channel = spot.name().substring("/channels/".length());
        Usage usage = new Usage(channel, Side.REQUEST, "handshake", "");
        if (old.isMissingNode() || now.isMissingNode()) {
            changes.add(old.isMissingNode() ? "channel.added" : "channel.removed", spot, usage, old, now);
            return;
        }
        for (String step : ADDRESS) {
            JsonNode was = old.at("/" + step);
            if (!was.equals(now.at("/" + step))) {
                changes.add("channel.moved", spot.at(step), usage, was, now.at("/" + step));
            }
        }
        texts.compareTexts(spot, old, now, usage);
        for (String part : new String[] {"query", "headers"}) {
            JsonNode was = old.at("/bindings/ws/" + part);
            JsonNode is = now.at("/bindings/ws/" + part);
            if (!was.isMissingNode() && !is.isMissingNode()) {
                Usage place = new Usage(channel, Side.REQUEST, part, "");
                schemas.compare(spot.at("bindings/ws/" + part), was, is, place);
            }
        }
    }

    private void compareOperation(Spot spot, JsonNode old, JsonNode now, String name) {
        JsonNode either = old.isMissingNode() ? now : old;
        Side side = either.path("action").asText().equals("send") ? Side.REQUEST : Side.RESPONSE;
        Usage usage = new Usage(name, side, "operation", "");
        if (old.isMissingNode() || now.isMissingNode()) {
            Usage call = new Usage(name, Side.REQUEST, "operation", "");
            changes.add(old.isMissingNode() ? "operation.added" : "operation.removed", spot, call, old, now);
            return;
        }
        texts.compareTexts(spot, old, now, usage);
        Map<String, Integer> was = Nodes.byKey(old.path("messages"), EventWalk::reference);
        Map<String, Integer> is = Nodes.byKey(now.path("messages"), EventWalk::reference);
        for (String message : Nodes.keys(was, is)) {
            Spot place = Spot.of(message.substring(1));
            compareMessage(
                    place,
                    was.containsKey(message) ? changes.before().tree().at(place.before()) : MissingNode.getInstance(),
                    is.containsKey(message) ? changes.after().tree().at(place.after()) : MissingNode.getInstance(),
                    new Usage(name, side, message.substring(message.lastIndexOf('/') + 1), ""));
        }
    }

    private static String reference(JsonNode message) {
        return message.path("$ref").asText();
    }

    private void compareMessage(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        JsonNode was = schemas.before().resolve(old);
        JsonNode is = schemas.after().resolve(now);
        if (was.isMissingNode() || is.isMissingNode()) {
            changes.add(was.isMissingNode() ? "message.added" : "message.removed", spot, usage, was, is);
            return;
        }
        String before = schemas.before().resolve(spot.before(), old);
        Spot place = new Spot(before, schemas.after().resolve(spot.after(), now), before);
        texts.compareTexts(place, was, is, usage);
        if (!was.path("examples").equals(is.path("examples"))) {
            changes.add("example.changed", place.at("examples"), usage, was.path("examples"), is.path("examples"));
        }
        if (was.has("payload") && is.has("payload")) {
            schemas.compare(place.at("payload"), was.get("payload"), is.get("payload"), usage);
        }
    }
}
