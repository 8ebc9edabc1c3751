package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.client.ClientProcess;
import dev.ephemint.conformance.bench.client.ClientProgram;
import dev.ephemint.conformance.bench.gateway.Jdk;
import dev.ephemint.conformance.bench.gateway.TargetUnavailableException;
import dev.ephemint.conformance.bench.gateway.Usage;
import dev.ephemint.conformance.bench.result.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first mint of a fresh process that uses a client, and a mint once it is warm. The JDK's client and Ephemint's mint in
 * turns, at the mock vendor itself. A variant is the feature release of a JDK.
 */
final class ClientMints implements Measure {
    static final String ID = "client";

    private static final List<String> CLIENTS = List.of("jdk", "ephemint");
    private static final double NANOS_PER_MS = 1e6;

    private final ClientProgram program;
    private final int rounds;
    private final Turns warmUp;
    private final Turns measured;

    /** So many times, each client mints so often. */
    record Turns(int blocks, int mints) {}

    ClientMints(ClientProgram program, int rounds, Turns warmUp, Turns measured) {
        this.program = program;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** After 30,000 mints; two rounds on two JDKs take two minutes, so only in the long form. */
    static ClientMints of(Plan plan, ClientProgram program) {
        return new ClientMints(program, plan.equals(Plan.LONG) ? 2 : 0, new Turns(30, 1_000), new Turns(10, 200));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void run(Session session) {
        if (rounds == 0) {
            return;
        }
        session.vendor().delay(Duration.ZERO);
        try {
            ClientProgram.Compiled compiled = program.compiled();
            session.alternate(ID, rounds, program.jdks(), (round, jdk) -> {
                try {
                    pair(session, compiled, jdk, round);
                } catch (TargetUnavailableException e) {
                    session.note(ID + ": " + e.getMessage());
                }
            });
        } catch (TargetUnavailableException e) {
            session.note(ID + ": " + e.getMessage());
        }
    }

    /** One client in its process, with the median of each block. */
    private record Running(String client, ClientProcess process, List<Duration> medians) {}

    private void pair(Session session, ClientProgram.Compiled compiled, Jdk jdk, int round)
            throws TargetUnavailableException {
        List<Running> pair = new ArrayList<>();
        try {
            for (String client : CLIENTS) {
                ClientProcess process =
                        compiled.start(jdk, client, session.vendor().uri());
                pair.add(new Running(client, process, new ArrayList<>()));
            }
            alternate(pair, warmUp);
            pair.forEach(running -> running.medians().clear());
            List<Optional<Usage>> before = usages(pair);
            alternate(pair, measured);
            List<Optional<Usage>> after = usages(pair);
            Slot slot = new Slot(ID, String.valueOf(jdk.feature()), round);
            for (int i = 0; i < pair.size(); i++) {
                Running running = pair.get(i);
                Map<Value, Double> values = values(running, before.get(i), after.get(i));
                session.add(slot, running.client() + "-client", values, Optional.empty());
            }
        } finally {
            pair.forEach(running -> running.process().close());
        }
    }

    private static void alternate(List<Running> pair, Turns turns) {
        for (int block = 0; block < turns.blocks(); block++) {
            for (Running running : pair) {
                running.medians().add(running.process().mint(turns.mints()));
            }
        }
    }

    private static List<Optional<Usage>> usages(List<Running> pair) {
        return pair.stream().map(running -> running.process().usage()).toList();
    }

    private Map<Value, Double> values(Running running, Optional<Usage> before, Optional<Usage> after) {
        List<Duration> medians = running.medians().stream().sorted().toList();
        int mints = measured.blocks() * measured.mints();
        Map<Value, Double> values = new EnumMap<>(Value.class);
        values.put(Value.START_MS, running.process().firstMint().toNanos() / NANOS_PER_MS);
        values.put(Value.P50_MS, medians.get(medians.size() / 2).toNanos() / NANOS_PER_MS);
        before.ifPresent(first -> after.ifPresent(
                last -> values.put(Value.CPU_US, (double) (last.cpuMicros() - first.cpuMicros()) / mints)));
        return values;
    }
}
