package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.upstream.Exchange;
import dev.ephemint.server.upstream.socket.ConnectivityCheck;
import dev.ephemint.server.upstream.socket.SocketExchange;
import java.time.Clock;
import java.time.Duration;

/**
 * The means of a run.
 *
 * @param eventTimeout the longest wait for any one event
 * @param transcriptTimeout the longest wait for a transcript
 */
public record Probes(
        ConnectivityCheck connectivity,
        Exchange exchange,
        SocketExchange sockets,
        Clock clock,
        Duration eventTimeout,
        Duration transcriptTimeout) {}
