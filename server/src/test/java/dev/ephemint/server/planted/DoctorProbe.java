package dev.ephemint.server.planted;

import dev.ephemint.server.app.Upstream;
import dev.ephemint.server.doctor.ReportText;
import dev.ephemint.server.doctor.probe.MintProbe;
import dev.ephemint.server.doctor.probe.Probes;
import dev.ephemint.server.doctor.probe.Target;
import dev.ephemint.server.upstream.Exchange;
import dev.ephemint.server.upstream.ExchangeLimits;
import dev.ephemint.server.upstream.socket.ConnectivityCheck;
import dev.ephemint.server.upstream.socket.SocketExchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.stream.Collectors;

/** The steps of doctor that ask for a mint. */
record DoctorProbe(Target target, Probes probes) {

    private static final Duration UNUSED = Duration.ofSeconds(1);

    DoctorProbe(Upstream upstream, String model, Exchange vendor) {
        this(
                new Target(
                        upstream.endpoint(),
                        false,
                        upstream.dialect(),
                        upstream.credential(),
                        upstream.dialect().failsOnTranscriptionBlock(),
                        Period.ofDays(180),
                        Target.request(model, upstream.dialect().acceptsLifetime())),
                new Probes(
                        new ConnectivityCheck(UNUSED),
                        vendor,
                        new SocketExchange(new ExchangeLimits(UNUSED, UNUSED, 1, 1)),
                        Clock.systemUTC(),
                        UNUSED,
                        UNUSED));
    }

    String report() {
        return new MintProbe(target, probes, target.context())
                .examine().steps().stream().map(ReportText::step).collect(Collectors.joining("\n"));
    }
}
