package dev.ephemint.server.upstream;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** How far a call came: what its failure means depends on it. */
final class CallProgress extends HttpClientContext {

    private volatile boolean sent;
    private volatile boolean begun;
    private volatile boolean expired;

    /** The last of the client's steps before it sends: by now there is a connection. */
    static final ExecChainHandler BEFORE_SENDING = CallProgress::beforeSending;

    private static ClassicHttpResponse beforeSending(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (scope.clientContext instanceof CallProgress progress) {
            progress.sent = true;
        }
        return chain.proceed(request, scope);
    }

    void begin() {
        begun = true;
    }

    void expire() {
        expired = true;
    }

    /** Whether a part of the request may have been sent. */
    boolean sent() {
        return sent;
    }

    /** Whether status and headers arrived: a failure after that cuts the response short. */
    boolean begun() {
        return begun;
    }

    boolean expired() {
        return expired;
    }
}
