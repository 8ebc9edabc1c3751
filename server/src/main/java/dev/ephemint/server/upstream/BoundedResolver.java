package dev.ephemint.server.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/** Resolves host names within a time: Java's own way has no limit, and nothing ends it. */
final class BoundedResolver implements DnsResolver, AutoCloseable {

    private static final int THREADS = 16;
    private static final int MAX_WAITING = 10_000;

    /** Resolves a name to its addresses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Duration limit;
    private final Names names;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            DaemonThreads.named("resolver"));

    BoundedResolver(Duration limit) {
        this(limit, InetAddress::getAllByName);
    }

    BoundedResolver(Duration limit, Names names) {
        this.limit = limit;
        this.names = names;
        this.threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        Future<InetAddress[]> addresses = lookUp(host);
        try {
            return addresses.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            addresses.cancel(true);
            throw new UnresolvedInTimeException();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnresolvedInTimeException();
        } catch (ExecutionException failed) {
            throw unknown(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    private Future<InetAddress[]> lookUp(String host) throws UnresolvedInTimeException {
        try {
            return threads.submit(() -> names.addresses(host));
        } catch (RejectedExecutionException allHang) {
            throw new UnresolvedInTimeException();
        }
    }

    private static UnknownHostException unknown(Throwable cause) {
        UnknownHostException unknown = new UnknownHostException("not resolved");
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** No result in time. */
    static final class UnresolvedInTimeException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        UnresolvedInTimeException() {
            super("not resolved in time");
        }
    }
}
