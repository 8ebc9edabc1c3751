package dev.ephemint.conformance.diff.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule has its mirror on the other side and its opposite, or a reason why not. */
final class KindsTest {
    private static final Kinds KINDS = Kinds.all();

    @Test
    void everyRuleHasAMirrorOrAReason() {
        assertThat(contradictions(KINDS.kinds())).isEmpty();
    }

    @Test
    void aRuleOfOneSideWithoutAReasonIsReported() {
        Kind kind = new Kind(
                "x.changed",
                "x changed",
                Map.of(Side.REQUEST, ChangeClass.BREAKING),
                Optional.of("x.changed"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(contradictions(List.of(kind))).containsExactly("x.changed has one side and no reason");
    }

    @Test
    void aClassThatTheOppositeDoesNotMirrorIsReported() {
        Kind kind = new Kind(
                "x.changed",
                "x changed",
                Map.of(Side.REQUEST, ChangeClass.BREAKING, Side.RESPONSE, ChangeClass.COMPATIBLE),
                Optional.of("x.changed"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(contradictions(List.of(kind))).containsExactly("x.changed is uneven to x.changed and has no reason");
    }

    @Test
    void anUnknownOppositeIsReported() {
        Kind kind = new Kind(
                "x.added",
                "x was added",
                Map.of(Side.REQUEST, ChangeClass.BREAKING),
                Optional.of("x.removed"),
                Optional.empty(),
                Optional.of("only requests have it"),
                Optional.empty());

        assertThat(contradictions(List.of(kind))).containsExactly("x.added has no opposite x.removed");
    }

    private static List<String> contradictions(Collection<Kind> kinds) {
        List<String> found = new ArrayList<>();
        for (Kind kind : kinds) {
            boolean both = kind.classes().keySet().equals(EnumSet.allOf(Side.class));
            if (both == kind.oneSided().isPresent()) {
                found.add(kind.id() + (both ? " has both sides and a reason for one" : " has one side and no reason"));
            }
            if (kind.opposite().isPresent() == kind.noOpposite().isPresent()) {
                found.add(kind.id() + " needs either an opposite or a reason");
            }
            kind.opposite().ifPresent(id -> compareOpposite(kind, id, both, kinds, found));
        }
        return found;
    }

    private static void compareOpposite(
            Kind kind, String opposite, boolean both, Collection<Kind> kinds, List<String> found) {
        Optional<Kind> other =
                kinds.stream().filter(one -> one.id().equals(opposite)).findFirst();
        if (other.isEmpty()) {
            found.add(kind.id() + " has no opposite " + opposite);
        } else if (both && !mirrored(kind, other.get())) {
            if (kind.uneven().isEmpty()) {
                found.add(kind.id() + " is uneven to " + opposite + " and has no reason");
            }
        } else if (kind.uneven().isPresent()) {
            found.add(kind.id() + " mirrors " + opposite + " and has a reason why not");
        }
    }

    private static boolean mirrored(Kind kind, Kind opposite) {
        Set<Side> sides = opposite.classes().keySet();
        return sides.containsAll(kind.classes().keySet())
                && kind.classes().get(Side.REQUEST) == opposite.classes().get(Side.RESPONSE)
                && kind.classes().get(Side.RESPONSE) == opposite.classes().get(Side.REQUEST);
    }
}
