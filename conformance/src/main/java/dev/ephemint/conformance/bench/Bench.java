package dev.ephemint.conformance.bench;

import dev.ephemint.conformance.bench.client.ClientProgram;
import dev.ephemint.conformance.bench.gateway.Bodies;
import dev.ephemint.conformance.bench.gateway.Place;
import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import dev.ephemint.conformance.bench.gateway.TargetUnavailableException;
import dev.ephemint.conformance.bench.gateway.Targets;
import dev.ephemint.conformance.bench.measure.Deadline;
import dev.ephemint.conformance.bench.measure.Fidelity;
import dev.ephemint.conformance.bench.measure.Measure;
import dev.ephemint.conformance.bench.measure.Measures;
import dev.ephemint.conformance.bench.measure.Session;
import dev.ephemint.conformance.bench.profile.FlightProfiler;
import dev.ephemint.conformance.bench.result.Results;
import dev.ephemint.conformance.bench.result.TargetInfo;
import dev.ephemint.conformance.bench.rig.MockVendor;
import dev.ephemint.conformance.bench.rig.Rig;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the benchmark: builds the rig, installs the peers, checks their fidelity, and measures. */
public final class Bench {
    private final BenchOptions options;
    private final Clock clock;
    private final Consumer<String> progress;
    private final List<TargetInfo> infos = new ArrayList<>();

    public Bench(BenchOptions options, Clock clock, Consumer<String> progress) {
        this.options = options;
        this.clock = clock;
        this.progress = progress;
    }

    /** @param each gets what was found so far, after each measure, so that an interrupted run is not lost */
    public void run(Consumer<Results> each) {
        String started = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Bodies bodies = new Bodies(options.root().resolve("conformance/bench/bodies"));
        progress.accept("building the rig");
        Rig rig = Rig.build(options.root().resolve("conformance/bench/rig"), options.work());
        try (MockVendor vendor =
                rig.mockVendor(bodies.vendorResponse(), options.work().resolve("vendor.log"))) {
            Place place = new Place(options.root(), options.work(), rig, vendor, bodies);
            List<Target> targets = prepared(place);
            Deadline deadline = new Deadline(System::nanoTime, options.plan().limit());
            try (Session session =
                    new Session(options.plan(), targets, new Session.Equipment(rig, vendor), deadline, progress)) {
                for (Measure measure : measures(bodies)) {
                    if (options.isMeasured(measure.id()) && !session.isOver(measure.id())) {
                        progress.accept("measuring " + measure.id());
                        measure.run(session);
                        each.accept(results(started, session));
                    }
                }
            }
        }
    }

    private List<Measure> measures(Bodies bodies) {
        ClientProgram clients = new ClientProgram(options.root(), options.work(), options.jdks());
        return Measures.all(options.plan(), bodies, clients, new FlightProfiler(options.work()));
    }

    private Results results(String started, Session session) {
        return new Results(
                started,
                options.plan().form(),
                Machine.commit(options.root()),
                Machine.facts(options.root()),
                infos,
                session.samples(),
                session.notes());
    }

    /** Installs and starts each target once, and checks what it passes on. */
    private List<Target> prepared(Place place) {
        Fidelity fidelity = new Fidelity(place.vendor(), place.bodies());
        List<Target> ready = new ArrayList<>();
        for (Target target : Targets.all(place, options.jdks())) {
            if (!options.isChosen(target.id())) {
                continue;
            }
            progress.accept("preparing " + target.id());
            try (RunningTarget running = target.start(Setup.PLAIN)) {
                List<String> differences = fidelity.differences(running);
                infos.add(
                        new TargetInfo(target.id(), target.title(), running.version(), differences, Optional.empty()));
                ready.add(target);
            } catch (TargetUnavailableException e) {
                String reason = String.valueOf(e.getMessage());
                progress.accept(target.id() + " is skipped: " + reason);
                infos.add(new TargetInfo(target.id(), target.title(), "", List.of(), Optional.of(reason)));
            }
        }
        return ready;
    }
}
