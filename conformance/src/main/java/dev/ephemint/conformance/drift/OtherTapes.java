package dev.ephemint.conformance.drift;

import dev.ephemint.conformance.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** New tapes of a directory: the one of the same name, or else one of the same request. */
public final class OtherTapes implements Counterpart {
    private final List<Tape> unused;

    public OtherTapes(List<Tape> tapes) {
        this.unused = new ArrayList<>(tapes);
    }

    @Override
    public Tape of(Tape before) throws NoCounterpartException {
        Tape found = take(tape -> tape.name().equals(before.name()))
                .or(() -> take(tape -> isOfTheSameRequest(before, tape)))
                .orElseThrow(() -> new NoCounterpartException("no new tape of its name or request"));
        unused.remove(found);
        return found;
    }

    /** The tapes that no old one matched. */
    List<Tape> unused() {
        return List.copyOf(unused);
    }

    private Optional<Tape> take(Predicate<Tape> condition) {
        return unused.stream().filter(condition).findFirst();
    }

    private static boolean isOfTheSameRequest(Tape before, Tape tape) {
        return tape.dialect() == before.dialect()
                && before.request().body().isPresent()
                && tape.request().body().equals(before.request().body());
    }
}
