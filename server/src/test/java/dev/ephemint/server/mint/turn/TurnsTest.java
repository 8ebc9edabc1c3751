package dev.ephemint.server.mint.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Threads are a queue that the test runs by hand, so that every order is exact. */
final class TurnsTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> events = new ArrayList<>();
    private final Turns turns = new Turns(2);

    private boolean execute(String name) {
        return turns.execute(threads::add, () -> events.add(name));
    }

    @Test
    void startsAsManyAtOnceAsThereAreTurns() {
        assertThat(execute("a")).isFalse();
        assertThat(execute("b")).isFalse();
        assertThat(execute("c")).isTrue();

        assertThat(threads).hasSize(2);
    }

    @Test
    void knowsWhichThreadRunsWorkThatHadATurn() {
        turns.execute(threads::add, () -> events.add(Boolean.toString(Turns.isRunning())));

        threads.remove().run();

        assertThat(events).containsExactly("true");
        assertThat(Turns.isRunning()).isFalse();
    }

    @Test
    void startsTheNextWhenOneEnds() {
        execute("a");
        execute("b");
        execute("c");
        execute("d");

        threads.remove().run();

        assertThat(threads).hasSize(2);
        threads.remove().run();
        threads.remove().run();
        threads.remove().run();
        assertThat(events).containsExactly("a", "b", "c", "d");
        assertThat(threads).isEmpty();
    }

    @Test
    void startsTheNextWhenOneWaits() {
        turns.execute(threads::add, () -> {
            Turns.end();
            events.add("started meanwhile: " + threads.size());
        });
        execute("b");
        execute("c");

        threads.remove().run();

        assertThat(events).containsExactly("started meanwhile: 2");
    }

    @Test
    void givesEachTurnBackOnce() {
        turns.execute(threads::add, () -> {
            Turns.end();
            Turns.end();
        });
        for (String name : List.of("b", "c", "d", "e")) {
            execute(name);
        }

        threads.remove().run();

        assertThat(threads).hasSize(2);
    }

    @Test
    void givesTheTurnBackIfTheWorkFails() {
        turns.execute(threads::add, () -> {
            throw new IllegalStateException("on purpose");
        });
        execute("b");
        execute("c");

        assertThatThrownBy(threads.remove()::run).hasMessage("on purpose");

        assertThat(threads).hasSize(2);
    }

    @Test
    void aThreadKeepsNoTurnOfItsLastWork() {
        execute("a");
        execute("b");
        execute("c");
        threads.remove().run();

        Turns.end();

        assertThat(threads).hasSize(2);
    }

    @Test
    void aSecondCheckWithoutAStartStartsOneMore() {
        execute("a");
        execute("b");
        execute("c");
        execute("d");

        assertThat(turns.check()).isTrue();
        assertThat(threads).hasSize(2);
        assertThat(turns.check()).isTrue();
        assertThat(threads).hasSize(3);
        assertThat(turns.check()).isTrue();
        assertThat(turns.check()).isFalse();
        assertThat(threads).hasSize(4);
    }

    @Test
    void aStartBetweenTwoChecksMeansThatNothingStalls() {
        execute("a");
        execute("b");
        execute("c");
        execute("d");
        turns.check();
        threads.remove().run();

        turns.check();

        assertThat(threads).hasSize(2);
    }

    @Test
    void whatStalledDoesNotRaiseTheNumberOfTurnsForEver() {
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            execute(name);
        }
        turns.check();
        turns.check();

        threads.remove().run();
        assertThat(threads).hasSize(2);
        threads.remove().run();
        assertThat(threads).hasSize(2);
    }

    @Test
    void checksOfNothingStartNothing() {
        assertThat(turns.check()).isFalse();
        assertThat(turns.check()).isFalse();

        assertThat(threads).isEmpty();
    }
}
