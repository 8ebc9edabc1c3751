package dev.ephemint.client.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLParameters;

/** The HTTP client for users who do not bring their own. */
public final class DefaultHttpClient {

    private DefaultHttpClient() {}

    /**
     * HTTP/1.1: one short call gains nothing from HTTP/2, and over plain HTTP the JDK would request an upgrade each time. A plain
     * URL needs no TLS, which would take half of the time that the JDK's client needs to start; redirects are not followed.
     */
    public static HttpClient.Builder builder(URI baseUrl, Duration connectTimeout) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(new SelectorFirstExecutor());
        return "http".equalsIgnoreCase(baseUrl.getScheme())
                ? builder.sslContext(NoTls.context()).sslParameters(new SSLParameters())
                : builder;
    }
}
