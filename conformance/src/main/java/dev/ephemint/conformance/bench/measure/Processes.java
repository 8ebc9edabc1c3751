package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Processes that stay for the measures to come, one of each target and configuration. */
final class Processes implements AutoCloseable {
    private final Map<Key, RunningTarget> running = new LinkedHashMap<>();

    private record Key(String target, Setup setup) {
        /** Only Ephemint is configured. */
        static Key of(Target target, Setup setup) {
            return new Key(target.id(), Kinds.isOwn(target) ? setup : Setup.PLAIN);
        }
    }

    /** Empty if it does not start. */
    Optional<RunningTarget> get(Target target, Setup setup, BiFunction<Target, Setup, Optional<RunningTarget>> start) {
        Key key = Key.of(target, setup);
        if (!running.containsKey(key)) {
            start.apply(target, setup).ifPresent(started -> running.put(key, started));
        }
        return Optional.ofNullable(running.get(key));
    }

    void stop(RunningTarget target) {
        if (running.values().removeIf(target::equals)) {
            target.close();
        }
    }

    @Override
    public void close() {
        running.values().forEach(RunningTarget::close);
    }
}
