package dev.ephemint.testing.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A TCP proxy on loopback that breaks connections as a test plans it, in either direction. It waits for bytes and for the
 * test, never for time.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 10_000;

    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile ServerSocket listening;
    private volatile Network network = new Network(connection -> Plan.PASS, new Gate());

    /** What connections do from one call of {@link #plan} to the next. */
    private record Network(IntFunction<Plan> plans, Gate gate) {}

    /** In front of a server on loopback. */
    public FaultProxy(int target) {
        this.target = target;
        this.listening = listen(0);
    }

    private ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MAX_CONNECTIONS);
            start(() -> accept(socket));
            return socket;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The base URL of the server behind it, with no path. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** How many connections there were. */
    public int connections() {
        return connections.get();
    }

    /** What every connection does from now on. Open ones are dropped. */
    public void plan(Plan plan) {
        plan(connection -> plan);
    }

    /** The same by the number of the connection, from 1: so that a network can flap. */
    public void plan(IntFunction<Plan> plans) {
        Network before = network;
        network = new Network(plans, new Gate());
        before.gate.open();
        dropAll();
    }

    /** Refuses connections and drops the open ones, until {@link #listenAgain}. */
    public void refuse() {
        close(listening);
        dropAll();
    }

    /** On the same port. */
    public void listenAgain() {
        listening = listen(listening.getLocalPort());
    }

    /** Waits until bytes are held. */
    public void awaitHeld() throws InterruptedException {
        network.gate.awaitHeld();
    }

    /** Passes on what is held, and holds nothing until the next plan. */
    public void release() {
        network.gate.open();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (IOException closed) {
                // The listener is closed, or the server refuses.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        int number = connections.incrementAndGet();
        Network now = network;
        Plan plan = now.plans.apply(number);
        open.add(client);
        try {
            if (number > MAX_CONNECTIONS) {
                throw new IOException("more connections than a test needs");
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(new Pump(client, server, plan.request(), plan.requestBytes(), now.gate));
            start(new Pump(server, client, plan.response(), plan.responseBytes(), now.gate));
        } catch (IOException refused) {
            close(client);
            throw refused;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void dropAll() {
        List<Socket> all = List.copyOf(open);
        all.forEach(FaultProxy::close);
        open.removeAll(all);
    }

    static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed.
        }
    }

    @Override
    public void close() {
        close(listening);
        network.gate.open();
        dropAll();
    }
}
