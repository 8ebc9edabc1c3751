package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Targets that run side by side, for rounds that alternate between them. */
final class Fleet implements AutoCloseable {
    private final List<RunningTarget> running = new ArrayList<>();

    private Fleet() {}

    static Fleet start(Session session, Predicate<Target> chosen, Setup setup) {
        Fleet fleet = new Fleet();
        session.targets().stream().filter(chosen).forEach(target -> session.start(target, setup)
                .ifPresent(fleet.running::add));
        return fleet;
    }

    List<RunningTarget> running() {
        return running;
    }

    void warmUp(Session session, Duration most) {
        running.forEach(target -> session.warmUp(target, target.mint(), most));
    }

    @Override
    public void close() {
        running.forEach(RunningTarget::close);
    }
}
