package dev.ephemint.server.mint.shape;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.KnownMembers;
import dev.ephemint.contract.KnownMembers.Unknown;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds members of a request that the contract has in another place, in another shape or for another session type. They
 * are rejected: a flat dialect would send them past every check, and Azure responds with an opaque 500 (2026-05-11 and
 * 2026-06-02). A member that the contract has nowhere is not misplaced; it is passed through.
 */
public final class Placement {

    private static final KnownMembers REQUEST = KnownMembers.of("ClientSecretRequest");
    private static final KnownMembers FLAT = KnownMembers.of("FlatTranscriptionSessionRequest");
    private static final String SESSION = "session";
    private static final String REALTIME = "realtime";
    private static final String TRANSCRIPTION = "transcription";

    /** Names at the top of any request or session: outside their own place they are misplaced. */
    private static final Set<String> TOP_NAMES = Stream.of(
                    REQUEST,
                    FLAT,
                    KnownMembers.of("RealtimeSessionRequest"),
                    KnownMembers.of("TranscriptionSessionRequest"))
            .flatMap(members -> members.names().stream())
            .collect(toUnmodifiableSet());

    /** The contract's own names, each by what {@link #plain} makes of it. Its sets of names are few. */
    private static final Map<Set<String>, Map<String, String>> SPELLINGS = new ConcurrentHashMap<>();

    /** Members that only the flat shape has; in a nested session they would end up in the flat request unchecked. */
    static final Set<String> FLAT_ONLY = FLAT.names().stream()
            .filter(name ->
                    !KnownMembers.of("TranscriptionSessionRequest").names().contains(name))
            .collect(toUnmodifiableSet());

    private Placement() {}

    /**
     * Rejects a request with a misplaced member.
     *
     * @throws MintFailedException {@code InvalidRequest} naming the first of them and where it belongs
     */
    public static void check(MintRequest request) {
        misplaced(request).ifPresent(refusal -> {
            throw new MintFailedException(refusal);
        });
    }

    /** Paths of the members that the contract does not name for this session type. */
    public static List<String> unknown(MintRequest request) {
        return REQUEST.unknownIn(request.body()).stream().map(Unknown::path).toList();
    }

    static Optional<InvalidRequest> misplaced(MintRequest request) {
        List<Unknown> members = REQUEST.unknownIn(request.body());
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Set<String> unknownToOther = Set.copyOf(unknown(request.withBody(ofOtherType(request))));
        return members.stream()
                .flatMap(member -> hint(member, request, unknownToOther).stream()
                        .map(hint -> new InvalidRequest(
                                member.path(),
                                "unknown_parameter",
                                "Unknown parameter: '" + member.path() + "'." + hint)))
                .findFirst();
    }

    /** The body with the other type of a session; what is below is the same. */
    private static ObjectNode ofOtherType(MintRequest request) {
        ObjectNode body = request.body();
        if (!(body.get(SESSION) instanceof ObjectNode session)) {
            return body;
        }
        ObjectNode other = session.objectNode().setAll(session);
        other.put("type", request.isTranscription() ? REALTIME : TRANSCRIPTION);
        ObjectNode around = body.objectNode().setAll(body);
        return around.set(SESSION, other);
    }

    /** Empty if the member is misplaced nowhere. */
    private static Optional<String> hint(Unknown member, MintRequest request, Set<String> unknownToOther) {
        if (member.siblings().contains(member.name())) {
            return Optional.of(" It does not go with the type beside it.");
        }
        Optional<String> sibling = spelled(member.name(), member.siblings());
        if (sibling.isPresent()) {
            return Optional.of(" It is spelled '" + at(member.parent(), sibling.get()) + "'.");
        }
        boolean top = member.parent().isEmpty() || member.parent().equals(SESSION);
        Optional<String> name = Optional.of(member.name());
        Optional<String> place = name.filter(any -> top)
                .map(own -> spelled(own, TOP_NAMES).orElse(own))
                .flatMap(right -> Misplacement.placeOf(at(member.parent(), right), request));
        if (place.isPresent()) {
            return place.map(right -> " It belongs in '" + right + "'.");
        }
        if (otherTypeHas(member, unknownToOther)) {
            String type = request.at("/session/type").asText();
            return Optional.of(" A " + type + " session does not have it.");
        }
        return name.filter(any -> top).flatMap(own -> spelled(own, TOP_NAMES)).map(right -> elsewhere(member, right));
    }

    /** What is below an unknown member is unknown as well. Above a member are only the contract's names, so it is not deep. */
    private static boolean otherTypeHas(Unknown member, Set<String> unknownToOther) {
        return !unknownToOther.contains(member.path())
                && Stream.iterate(member.parent(), path -> !path.isEmpty(), Placement::above)
                        .noneMatch(unknownToOther::contains);
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    private static String elsewhere(Unknown member, String name) {
        boolean ofSession = member.parent().isEmpty() && !FLAT_ONLY.contains(name);
        return ofSession ? " It belongs in 'session." + name + "'." : " It has no place here.";
    }

    /**
     * Vendors read JSON with libraries that ignore case or take camel case, so such a name is never a new member. Go's folds
     * the long s and the Kelvin sign, too.
     */
    private static Optional<String> spelled(String name, Set<String> known) {
        return Optional.ofNullable(
                SPELLINGS.computeIfAbsent(known, Placement::spellings).get(plain(name)));
    }

    private static Map<String, String> spellings(Set<String> known) {
        return known.stream().collect(toUnmodifiableMap(Placement::plain, name -> name, (first, second) -> first));
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String at(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }
}
