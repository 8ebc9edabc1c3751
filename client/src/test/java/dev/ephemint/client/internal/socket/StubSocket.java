package dev.ephemint.client.internal.socket;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket whose sends the test completes. */
final class StubSocket implements WebSocket {

    final BlockingQueue<CompletableFuture<WebSocket>> sends = new LinkedBlockingQueue<>();
    final AtomicInteger pings = new AtomicInteger();
    final AtomicBoolean isAborted = new AtomicBoolean();

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence text, boolean last) {
        CompletableFuture<WebSocket> send = new CompletableFuture<>();
        sends.add(send);
        return send;
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
        pings.incrementAndGet();
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer bytes, boolean last) {
        throw new UnsupportedOperationException("the vendors accept text");
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
        throw new UnsupportedOperationException("the JDK sends pongs");
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int code, String reason) {
        return new CompletableFuture<>();
    }

    @Override
    public void request(long messages) {}

    @Override
    public String getSubprotocol() {
        return "";
    }

    @Override
    public boolean isOutputClosed() {
        return isAborted.get();
    }

    @Override
    public boolean isInputClosed() {
        return isAborted.get();
    }

    @Override
    public void abort() {
        isAborted.set(true);
    }
}
