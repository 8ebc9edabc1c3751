package dev.ephemint.conformance.diff.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.document.SpecDocument;
import dev.ephemint.conformance.diff.published.PublishedDifference.Kind;
import dev.ephemint.conformance.json.References;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the contract's mint operations with those of a vendor's published document. */
public final class PublishedDrift {
    private static final Set<String> OWN_ADDITIONS = Set.of("connect");

    private final JsonNode published;
    private final DialectContract contract = DialectContract.base();
    private final Map<String, Map<String, MemberFacts>> indexes = new HashMap<>();
    private final List<PublishedDifference> differences = new ArrayList<>();

    private PublishedDrift(JsonNode published) {
        this.published = published;
    }

    /** Empty if the published document says the same; {@code connect}, our own addition, is left out. */
    public static List<PublishedDifference> of(SpecDocument published) {
        PublishedDrift drift = new PublishedDrift(published.tree());
        for (MintOperation operation : MintOperation.values()) {
            drift.compare(operation);
        }
        return List.copyOf(drift.differences);
    }

    /** Whether the document has any of the mint operations; without, nothing is compared. */
    public static boolean hasOperation(SpecDocument published) {
        return Arrays.stream(MintOperation.values())
                .anyMatch(operation -> !find(published.tree(), operation).isMissingNode());
    }

    /** The operation by the last step of its path: what is before it differs between vendors. */
    private static JsonNode find(JsonNode document, MintOperation operation) {
        String last = operation.path().substring(operation.path().lastIndexOf('/'));
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (path.getKey().endsWith(last) && path.getValue().has("post")) {
                return path.getValue().get("post");
            }
        }
        return MissingNode.getInstance();
    }

    private void compare(MintOperation operation) {
        JsonNode vendors = find(published, operation);
        if (vendors.isMissingNode()) {
            add(new Entry(operation, Side.REQUEST, ""), Kind.GONE, "operation", "", operation.path());
            return;
        }
        References references = new References(published);
        compare(operation, Side.REQUEST, json(references.resolve(vendors.path("requestBody"))));
        compare(
                operation,
                Side.RESPONSE,
                json(references.resolve(vendors.path("responses").path("200"))));
    }

    private static JsonNode json(JsonNode message) {
        return message.path("content").path("application/json").path("schema");
    }

    private void compare(MintOperation operation, Side side, JsonNode schema) {
        Map<String, MemberFacts> vendors = MemberIndex.of(published, schema);
        Map<String, MemberFacts> own = members(contract, operation, side);
        Set<String> members = new TreeSet<>(vendors.keySet());
        members.addAll(own.keySet());
        members.removeIf(member -> OWN_ADDITIONS.contains(member.split("[.\\[]", 2)[0]));
        for (String member : members) {
            Entry entry = new Entry(operation, side, member);
            if (!own.containsKey(member)) {
                add(entry, Kind.NEW, "member", "present", "");
            } else if (!vendors.containsKey(member)) {
                add(entry, Kind.GONE, "member", "", "present");
            } else {
                compareFacts(entry, vendors.get(member), own.get(member));
            }
        }
    }

    private void compareFacts(Entry entry, MemberFacts vendors, MemberFacts own) {
        if (!vendors.types().equals(own.types())
                && !vendors.types().isEmpty()
                && !own.types().isEmpty()) {
            add(entry, Kind.DIFFERENT, "types", String.join(", ", vendors.types()), String.join(", ", own.types()));
        }
        for (String value : vendors.values()) {
            if (!own.values().contains(value)) {
                add(entry, Kind.NEW, "value", value, "");
            }
        }
        if (!vendors.values().isEmpty()) {
            own.values().stream()
                    .filter(value -> !vendors.values().contains(value))
                    .forEach(value -> add(entry, Kind.GONE, "value", "", value));
        }
        Set<String> keywords = new TreeSet<>(vendors.limits().keySet());
        keywords.addAll(own.limits().keySet());
        for (String keyword : keywords) {
            String said = vendors.limits().getOrDefault(keyword, "");
            String our = own.limits().getOrDefault(keyword, "");
            if (!said.equals(our)) {
                add(entry, Kind.DIFFERENT, keyword, said, our);
            }
        }
    }

    private void add(Entry entry, Kind kind, String fact, String vendors, String own) {
        Map<TargetDialect, String> meanings = new EnumMap<>(TargetDialect.class);
        Arrays.stream(TargetDialect.values())
                .filter(dialect -> dialect.operation() == entry.operation())
                .forEach(dialect -> meanings.put(dialect, meaning(entry, kind, fact, dialect)));
        differences.add(new PublishedDifference(
                kind, entry.operation(), entry.side(), entry.member(), fact, vendors, own, meanings));
    }

    private String meaning(Entry entry, Kind kind, String fact, TargetDialect dialect) {
        if (fact.equals("operation")) {
            return "the vendor no longer publishes it; the dialect stands on recordings and other servers";
        }
        boolean has = members(DialectContract.of(dialect), entry.operation(), entry.side())
                .containsKey(entry.member());
        boolean request = entry.side() == Side.REQUEST;
        return switch (kind) {
            case NEW ->
                fact.equals("member")
                        ? request
                                ? "callers may send it: it is passed on, unchecked and undocumented"
                                : "readers may get it: it is passed on, undocumented"
                        : request ? "callers may send it: the list is open" : "readers may get it: the list is open";
            case GONE ->
                has
                        ? "its document has it: needs a recording or prose as evidence"
                        : "its overlay removes it already: agrees with the published document";
            case DIFFERENT ->
                has
                        ? "its document says what the contract says: needs a ruling"
                        : "its overlay removes the member: not concerned";
        };
    }

    private Map<String, MemberFacts> members(DialectContract document, MintOperation operation, Side side) {
        return indexes.computeIfAbsent(
                document + " " + operation + " " + side,
                key -> MemberIndex.of(
                        document.tree(),
                        side == Side.REQUEST
                                ? document.requestSchema(operation)
                                : document.responseSchema(operation, 200)));
    }

    private record Entry(MintOperation operation, Side side, String member) {}
}
