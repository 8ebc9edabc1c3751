package dev.ephemint.server.app.load;

import dev.ephemint.server.http.RawCaller;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Callers that ask for one mint after the other, each at its replica, until they are stopped. */
final class SteadyCallers implements AutoCloseable {

    private static final int NONE = 0;

    private final List<URI> replicas;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<Integer, Integer> sinceAsked = new TreeMap<>();
    private volatile boolean running = true;

    private SteadyCallers(List<URI> replicas) {
        this.replicas = new CopyOnWriteArrayList<>(replicas);
    }

    static SteadyCallers start(int callers, URI... replicas) {
        SteadyCallers all = new SteadyCallers(List.of(replicas));
        for (int i = 0; i < callers; i++) {
            int number = i;
            Thread thread = new Thread(() -> all.ask(number % replicas.length), "caller-" + i);
            thread.setDaemon(true);
            all.threads.add(thread);
            thread.start();
        }
        return all;
    }

    private void ask(int replica) {
        while (running) {
            try (RawCaller caller = RawCaller.of(replicas.get(replica))) {
                String response = caller.send(RawCaller.mint()).receive();
                check(response);
                count(Integer.parseInt(response.substring(9, 12)));
            } catch (IOException | RuntimeException gone) {
                count(NONE);
            }
        }
    }

    /** A response that is there is whole: a token, or an error in the envelope. */
    private void check(String response) {
        boolean token = response.startsWith("HTTP/1.1 200");
        if (!response.endsWith("}") || !response.contains(token ? "\"value\":\"ek_" : "{\"error\":{")) {
            broken.add(response);
        }
    }

    private synchronized void count(int status) {
        statuses.merge(status, 1, Integer::sum);
        sinceAsked.merge(status, 1, Integer::sum);
        notifyAll();
    }

    /** Waits until there are so many tokens in all. */
    synchronized void awaitTokens(int tokens) throws InterruptedException {
        while (tokens() < tokens) {
            wait();
        }
    }

    /** Waits for a response with this status from now on. */
    synchronized void awaitStatus(int status) throws InterruptedException {
        sinceAsked.clear();
        while (!sinceAsked.containsKey(status)) {
            wait();
        }
    }

    void replace(URI replica, URI by) {
        replicas.replaceAll(address -> address.equals(replica) ? by : address);
    }

    synchronized int tokens() {
        return statuses.getOrDefault(200, 0);
    }

    /** How many responses there were of each status; 0 is none. */
    synchronized Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    List<String> broken() {
        return broken;
    }

    void stop() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        running = false;
    }
}
