package dev.ephemint.client.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client for generated code. A response completes once its body is in memory, so no thread blocks on a stalled
 * stream; the length of a body is limited.
 */
public final class BufferingHttpClient extends HttpClient {

    /** A mint's response has a few kilobytes. */
    public static final int LONGEST_BODY = 1 << 20;

    private static final int NOTHING = -1;

    private final HttpClient delegate;
    private final Clock clock;
    private final BiFunction<String, ResponseSummary, ? extends RuntimeException> unreadable;
    private final boolean isDirect;

    public BufferingHttpClient(
            HttpClient delegate,
            Clock clock,
            BiFunction<String, ResponseSummary, ? extends RuntimeException> unreadable) {
        this(delegate, clock, unreadable, false);
    }

    private BufferingHttpClient(
            HttpClient delegate,
            Clock clock,
            BiFunction<String, ResponseSummary, ? extends RuntimeException> unreadable,
            boolean isDirect) {
        this.delegate = delegate;
        this.clock = clock;
        this.unreadable = unreadable;
        this.isDirect = isDirect;
    }

    /** Sends in the calling thread, waits there, and runs all stages there. */
    public BufferingHttpClient direct() {
        return new BufferingHttpClient(delegate, clock, unreadable, true);
    }

    /** Generated code requests an {@link InputStream} and nothing else. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        BodyHandler<InputStream> buffered = info -> body(Address.of(request.uri()), info);
        return (CompletableFuture<HttpResponse<T>>)
                (CompletableFuture<?>) (isDirect ? sendHere(request, buffered) : delegate.sendAsync(request, buffered));
    }

    private CompletableFuture<HttpResponse<InputStream>> sendHere(
            HttpRequest request, BodyHandler<InputStream> buffered) {
        CompletableFuture<HttpResponse<InputStream>> sent = new DirectFuture<>();
        try {
            sent.complete(delegate.send(request, buffered));
        } catch (InterruptedException interrupt) {
            sent.completeExceptionally(new InterruptedSendException(interrupt));
        } catch (IOException broken) {
            sent.completeExceptionally(broken);
        }
        return sent;
    }

    private BodySubscriber<InputStream> body(String address, ResponseInfo info) {
        // A compressed body could expand to any length.
        boolean compressed = info.headers()
                .firstValue("content-encoding")
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent();
        LimitedBody bytes = compressed
                ? new LimitedBody(
                        NOTHING, unlessError(address, info, "is compressed, but compression was not requested"))
                : new LimitedBody(
                        LONGEST_BODY, unlessError(address, info, "is longer than " + LONGEST_BODY + " bytes"));
        return BodySubscribers.mapping(bytes, read -> new ByteArrayInputStream(AsciiJson.of(read)));
    }

    /** The status of an error is enough, so its body may be dropped. */
    private @Nullable Supplier<RuntimeException> unlessError(String address, ResponseInfo info, String why) {
        return info.statusCode() / 100 == 2
                ? () -> unreadable.apply(
                        why, ResponseSummary.of(address, info.statusCode(), info.headers(), ErrorDetails.NONE, clock))
                : null;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("generated code calls sendAsync");
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        throw new UnsupportedOperationException("no operation accepts pushes");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return delegate.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return delegate.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return delegate.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return delegate.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return delegate.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return delegate.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return delegate.authenticator();
    }

    @Override
    public Version version() {
        return delegate.version();
    }

    @Override
    public Optional<Executor> executor() {
        return delegate.executor();
    }
}
