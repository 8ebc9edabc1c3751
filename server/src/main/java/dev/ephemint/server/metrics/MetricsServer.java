package dev.ephemint.server.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Serves {@code /metrics} on a port of its own: the numbers are not for those who may mint, and are there while every
 * thread of the service is busy.
 */
public final class MetricsServer implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int WAITING = 16;

    private final ExecutorService threads;
    private final HTTPServer server;

    private MetricsServer(ExecutorService threads, HTTPServer server) {
        this.threads = threads;
        this.server = server;
    }

    /** @throws IOException if it cannot listen there */
    public static MetricsServer start(String host, int port, Meters meters) throws IOException {
        ExecutorService threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                MetricsServer::daemon,
                new ThreadPoolExecutor.DiscardPolicy());
        try {
            return new MetricsServer(
                    threads,
                    HTTPServer.builder()
                            .hostname(host)
                            .port(port)
                            .executorService(threads)
                            .registry(meters.prometheus())
                            .buildAndStart());
        } catch (IOException | RuntimeException failed) {
            threads.shutdownNow();
            throw failed;
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.close();
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "metrics");
        thread.setDaemon(true);
        return thread;
    }
}
