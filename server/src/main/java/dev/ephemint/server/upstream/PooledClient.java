package dev.ephemint.server.upstream;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Builds the client with all its automatic behaviour turned off. As Java's own client does, it goes through the proxy and
 * has the trust and identity that Java is configured with.
 */
final class PooledClient implements AutoCloseable {

    /** What stands between (Azure's load balancer after four minutes) forgets an idle connection without a word. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    /** A busy connection ends, too: the vendor's name may resolve to another place by now. */
    private static final TimeValue OLDEST = TimeValue.ofMinutes(5);

    /** The check takes up to a millisecond, and a connection that is used all the time has just proved to work. */
    private static final TimeValue TRUSTED = TimeValue.ofMilliseconds(100);

    /**
     * The time of one read. The exchange limits the whole call and closes the connection; a read with a limit of its own costs a
     * timer each time.
     */
    private static final Timeout UNLIMITED = Timeout.DISABLED;

    private static final int MAX_HEADERS = 200;
    private static final int MAX_LINE = 32 * 1024;

    /**
     * Bytes of each of the three buffers that a connection has from its beginning. More than most mints need; the client's
     * default is 32 KB, and 500 mints that wait would hold 48 MB.
     */
    private static final int BUFFER = 4 * 1024;

    private final ExchangeLimits limits;
    private final BoundedResolver resolver;
    private final RequestConfig config;
    private final PoolingHttpClientConnectionManager connections;

    PooledClient(ExchangeLimits limits) {
        this.limits = limits;
        this.resolver = new BoundedResolver(limits.connect());
        this.config = RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setDefaultKeepAlive(IDLE.getDuration(), IDLE.getTimeUnit())
                .setConnectionRequestTimeout(timeout(limits.connect()))
                .build();
        this.connections = connections();
    }

    CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(config)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableConnectionState()
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .addRequestInterceptorLast((request, entity, context) -> request.removeHeaders(HttpHeaders.CONNECTION))
                .addExecInterceptorLast("progress", CallProgress.BEFORE_SENDING)
                .build();
    }

    int inUse() {
        return connections.getTotalStats().getLeased();
    }

    /** The configuration of a call that waits this long for one of the connections: most calls have time to connect. */
    RequestConfig waiting(Duration most) {
        if (most.equals(limits.connect())) {
            return config;
        }
        return RequestConfig.copy(config)
                .setConnectionRequestTimeout(timeout(most))
                .build();
    }

    private PoolingHttpClientConnectionManager connections() {
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create()
                .setSslContext(context())
                .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN);
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(connectionFactory())
                .setTlsSocketStrategy(tls.buildClassic())
                .setDnsResolver(resolver)
                .setDefaultConnectionConfig(connection())
                .setMaxConnPerRoute(limits.connections())
                .setMaxConnTotal(limits.connections())
                .build();
    }

    /** The client's own parser of responses skips lines that are not HTTP. */
    static ManagedHttpClientConnectionFactory connectionFactory() {
        Http1Config http = Http1Config.custom()
                .setBufferSize(BUFFER)
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxLineLength(MAX_LINE)
                .build();
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(http)
                .responseParserFactory(new DefaultHttpResponseParserFactory(http))
                .build();
    }

    private ConnectionConfig connection() {
        return ConnectionConfig.custom()
                .setConnectTimeout(timeout(limits.connect()))
                .setSocketTimeout(UNLIMITED)
                .setValidateAfterInactivity(TRUSTED)
                .setTimeToLive(OLDEST)
                .build();
    }

    private static SSLContext context() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Java has no TLS", impossible);
        }
    }

    /** At least a millisecond, because none is no limit. */
    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(Math.max(1, duration.toMillis()));
    }

    @Override
    public void close() {
        resolver.close();
    }
}
