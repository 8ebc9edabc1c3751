package dev.ephemint.client.internal;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** A TLS context that opens no connection, for a client that only calls plain URLs. */
final class NoTls extends SSLContextSpi {

    private NoTls() {}

    static SSLContext context() {
        return new Context();
    }

    private static final class Context extends SSLContext {
        Context() {
            super(new NoTls(), null, "none");
        }
    }

    private static IllegalStateException unavailable() {
        return new IllegalStateException("This client was built for a plain URL and has no TLS");
    }

    @Override
    protected void engineInit(
            KeyManager @Nullable [] keys, TrustManager @Nullable [] trusted, @Nullable SecureRandom random) {
        throw unavailable();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        throw unavailable();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        throw unavailable();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        throw unavailable();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        throw unavailable();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        throw unavailable();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        throw unavailable();
    }
}
