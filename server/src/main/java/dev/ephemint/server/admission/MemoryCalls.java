package dev.ephemint.server.admission;

import dev.ephemint.server.mint.Deadline;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls of this process alone: a restart forgets them. It keeps no records. */
public final class MemoryCalls implements CallStore {

    /** Of all callers together; while there are as many, a further call is not remembered. */
    static final int MOST_OF_ALL = 100_000;

    private final Clock clock;

    /** By caller; each caller's by id, the oldest first. */
    private final Map<String, Map<String, Kept>> calls = new HashMap<>();

    private int size;

    public MemoryCalls(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void keep(OpenedCall call, Supplier<Map<String, String>> audit, Deadline deadline) {
        long now = clock.millis();
        if (size >= MOST_OF_ALL) {
            calls.values().removeIf(own -> {
                forgetOld(own, now);
                return own.isEmpty();
            });
        }
        if (size >= MOST_OF_ALL) {
            throw new StoreAwayException("too many calls are open");
        }
        Map<String, Kept> own = calls.computeIfAbsent(call.caller(), caller -> new LinkedHashMap<>());
        forgetOld(own, now);
        if (own.remove(call.id()) != null) {
            size--;
        }
        if (own.size() >= MOST) {
            removeFirst(own);
        }
        own.put(call.id(), new Kept(call.upstream(), now + KEPT.toMillis()));
        size++;
    }

    private void forgetOld(Map<String, Kept> own, long now) {
        while (!own.isEmpty() && own.values().iterator().next().until() <= now) {
            removeFirst(own);
        }
    }

    private void removeFirst(Map<String, Kept> own) {
        Iterator<Kept> first = own.values().iterator();
        first.next();
        first.remove();
        size--;
    }

    @Override
    public synchronized Optional<String> upstream(String caller, String id, Deadline deadline) {
        return Optional.ofNullable(calls.get(caller))
                .map(own -> own.get(id))
                .filter(kept -> kept.until() > clock.millis())
                .map(Kept::upstream);
    }

    @Override
    public void record(String caller, Supplier<Map<String, String>> audit, Deadline deadline) {
        // The audit file has it.
    }

    private record Kept(String upstream, long until) {}
}
