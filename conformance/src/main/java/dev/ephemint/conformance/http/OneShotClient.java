package dev.ephemint.conformance.http;

import java.net.ProxySelector;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP/1.1 client without a will of its own: a new connection for each request, no redirect followed, no retry, no cookie, no
 * authentication, no decompression.
 */
final class OneShotClient {
    private static final int MOST_AT_ONCE = 1_000;
    private static final int LONGEST_HEADER = 64 << 10;

    private OneShotClient() {}

    static CloseableHttpClient create() {
        return HttpClients.custom()
                .setConnectionManager(connections())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(literally())
                .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
                .setUserAgent("ephemint-conformance")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    private static HttpClientConnectionManager connections() {
        Http1Config limits =
                Http1Config.custom().setMaxLineLength(LONGEST_HEADER).build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.DISABLED)
                        .build())
                .setMaxConnTotal(MOST_AT_ONCE)
                .setMaxConnPerRoute(MOST_AT_ONCE)
                .build();
    }

    /** Without timeouts of its own: the caller has one deadline for all of a call. */
    private static RequestConfig literally() {
        return RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setResponseTimeout(Timeout.DISABLED)
                .build();
    }
}
