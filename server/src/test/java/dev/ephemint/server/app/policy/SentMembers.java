package dev.ephemint.server.app.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The members of what was sent to a vendor, as the most lenient of parsers would read them: case and separators do not
 * count, and a member of either shape has the same name. Shares nothing with the policies that it judges.
 */
final class SentMembers {

    /** Flat names, as {@link #plain} makes them, to nested ones. */
    private static final Map<String, String> SHAPES = Map.of(
            "inputaudiotranscription", "session.audio.input.transcription",
            "inputaudionoisereduction", "session.audio.input.noisereduction",
            "inputaudioformat", "session.audio.input.format",
            "turndetection", "session.audio.input.turndetection",
            "include", "session.include",
            "clientsecret.expiresafter", "expiresafter");

    /** One member, with every value that a parser could take. */
    record Member(String path, JsonNode value) {}

    private final List<Member> all = new ArrayList<>();

    SentMembers(JsonNode body) {
        collect("", body);
    }

    private void collect(String path, JsonNode node) {
        if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item));
        }
        node.properties().forEach(member -> {
            String below = path.isEmpty() ? plain(member.getKey()) : path + "." + plain(member.getKey());
            String nested = SHAPES.getOrDefault(below, below);
            all.add(new Member(nested, member.getValue()));
            collect(nested, member.getValue());
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.add(new Member(path + "[]", node.get(i)));
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[_-]", "");
    }

    List<JsonNode> values(String path) {
        return all.stream()
                .filter(member -> member.path().equals(path))
                .map(Member::value)
                .toList();
    }

    List<String> paths() {
        return all.stream().map(Member::path).toList();
    }

    Optional<JsonNode> first(String path) {
        return values(path).stream().findFirst();
    }
}
