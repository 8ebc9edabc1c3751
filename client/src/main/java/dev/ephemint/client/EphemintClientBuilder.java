package dev.ephemint.client;

import dev.ephemint.client.internal.Address;
import dev.ephemint.client.internal.BaseUrl;
import dev.ephemint.client.internal.BufferingHttpClient;
import dev.ephemint.client.internal.DefaultHttpClient;
import dev.ephemint.client.internal.HeaderValue;
import dev.ephemint.client.internal.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link EphemintClient}; only the base URL is required. */
public final class EphemintClientBuilder {

    private @Nullable URI baseUrl;
    private @Nullable Supplier<String> apiKey;
    private @Nullable String safetyIdentifier;
    private @Nullable HttpClient httpClient;
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration timeout = Duration.ofSeconds(10);
    private int maxRetries = 2;
    private Duration retryWithin = Duration.ofSeconds(3);
    private Timer timer = Timer.SYSTEM;
    private Clock clock = Clock.systemUTC();
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    EphemintClientBuilder() {}

    /** The URL of the service, with or without {@code /v1}. */
    public EphemintClientBuilder baseUrl(String url) {
        baseUrl = BaseUrl.of(url);
        return this;
    }

    /** The URL of the service, with or without {@code /v1}. */
    public EphemintClientBuilder baseUrl(URI url) {
        baseUrl = BaseUrl.of(url);
        return this;
    }

    /** Sent as a bearer token. None by default. */
    public EphemintClientBuilder apiKey(String key) {
        String checked = HeaderValue.of(key, "apiKey");
        return apiKey(() -> checked);
    }

    /** Supplies the bearer token before every attempt. */
    public EphemintClientBuilder apiKey(Supplier<String> key) {
        apiKey = key;
        return this;
    }

    /** How long a connection may take to open: 2 seconds by default. Not used with your own {@link #httpClient}. */
    public EphemintClientBuilder connectTimeout(Duration longest) {
        connectTimeout = positive(longest, "connectTimeout");
        return this;
    }

    /** How long one attempt may take, up to the last byte of its response: 10 seconds by default. */
    public EphemintClientBuilder timeout(Duration longest) {
        timeout = positive(longest, "timeout");
        return this;
    }

    /** How many attempts may follow a failed one: 2 by default. */
    public EphemintClientBuilder maxRetries(int retries) {
        if (retries < 0) {
            throw new IllegalArgumentException("maxRetries: must not be negative");
        }
        maxRetries = retries;
        return this;
    }

    /**
     * How long after a call began a retry may begin: 3 seconds by default. If the service asks to wait longer, as with a 429
     * and {@code retry-after: 7}, the call fails at once and {@link ResponseException#retryAfter()} says how long. A blocking
     * call therefore ends within this and one {@link #timeout}.
     */
    public EphemintClientBuilder retryWithin(Duration longest) {
        retryWithin = positive(longest, "retryWithin");
        return this;
    }

    /** The end user of every call, see {@link EphemintClient#withSafetyIdentifier}. */
    public EphemintClientBuilder safetyIdentifier(String hash) {
        safetyIdentifier = HeaderValue.of(hash, "safetyIdentifier");
        return this;
    }

    /** Your own HTTP client, for a proxy, a trust store or an executor. It must not follow redirects. */
    public EphemintClientBuilder httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("httpClient: must not follow redirects, they would forward the key");
        }
        httpClient = client;
        return this;
    }

    EphemintClientBuilder timer(Timer timer) {
        this.timer = timer;
        return this;
    }

    EphemintClientBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    EphemintClientBuilder random(DoubleSupplier random) {
        this.random = random;
        return this;
    }

    public EphemintClient build() {
        if (baseUrl == null) {
            throw new IllegalStateException("baseUrl: is required");
        }
        BufferingHttpClient exchange = new BufferingHttpClient(
                httpClient == null ? defaultHttpClient(baseUrl) : httpClient, clock, UnreadableResponseException::new);
        RetryRules rules = new RetryRules(maxRetries, retryWithin, random);
        CallPolicy policy = new CallPolicy(timeout, rules, timer, clock, Address.of(baseUrl));
        return new EphemintClient(new Service(exchange, baseUrl, apiKey, clock), policy, safetyIdentifier);
    }

    private HttpClient defaultHttpClient(URI url) {
        return DefaultHttpClient.builder(url, connectTimeout).build();
    }

    private static Duration positive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + ": must be greater than zero");
        }
        return duration;
    }
}
