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

    /** Code on a JVM is compiled while it runs, so that it gets faster; others need a quarter of the time. */
    void warmUp(Session session, Duration time) {
        for (RunningTarget target : running) {
            session.warmUp(target.mint(), Kinds.isOwn(target.target()) ? time : time.dividedBy(4));
        }
    }

    @Override
    public void close() {
        running.forEach(RunningTarget::close);
    }
}
