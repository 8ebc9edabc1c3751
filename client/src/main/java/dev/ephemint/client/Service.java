package dev.ephemint.client;

import dev.ephemint.client.generated.ApiException;
import dev.ephemint.client.generated.ApiResponse;
import dev.ephemint.client.generated.Configuration;
import dev.ephemint.client.generated.RealtimeApi;
import dev.ephemint.client.internal.BufferingHttpClient;
import dev.ephemint.client.internal.GeneratedClient;
import dev.ephemint.client.internal.GeneratedOperation;
import dev.ephemint.client.internal.HeaderValue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Single attempts of calls to the service at one URL. */
final class Service {

    private static final String USER_AGENT = "ephemint-java/" + Configuration.VERSION;

    private final BufferingHttpClient exchange;
    private final BufferingHttpClient direct;
    private final URI baseUrl;
    private final @Nullable Supplier<String> apiKey;
    private final Clock clock;

    Service(BufferingHttpClient exchange, URI baseUrl, @Nullable Supplier<String> apiKey, Clock clock) {
        this.exchange = exchange;
        this.direct = exchange.direct();
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
        this.clock = clock;
    }

    /** One attempt. Cancelling the future closes the connection, because the JDK's client propagates it from stage to stage. */
    <T> CompletableFuture<T> call(GeneratedOperation<T> operation, Predicate<T> minted) {
        return call(exchange, operation, minted);
    }

    /** One attempt in the calling thread, without a hand-over to another. */
    <T> T callHere(GeneratedOperation<T> operation, Predicate<T> minted) {
        return EphemintClient.BLOCKING.await(call(direct, operation, minted));
    }

    private <T> CompletableFuture<T> call(
            BufferingHttpClient exchange, GeneratedOperation<T> operation, Predicate<T> minted) {
        String key = apiKey == null ? null : HeaderValue.of(apiKey.get(), "apiKey");
        ExceptionTranslator translator = new ExceptionTranslator(key, clock, baseUrl);
        RealtimeApi api = new RealtimeApi(new GeneratedClient(exchange, baseUrl)
                .setRequestInterceptor(request -> addHeaders(request, key))
                .setAsyncResponseInterceptor(translator::seen));
        return send(api, operation).handle((response, failure) -> {
            if (failure != null) {
                throw new CompletionException(translator.of(failure));
            }
            if (response.getData() == null || !minted.test(response.getData())) {
                throw new CompletionException(translator.unreadable());
            }
            return response.getData();
        });
    }

    private static <T> CompletableFuture<ApiResponse<T>> send(RealtimeApi api, GeneratedOperation<T> operation) {
        try {
            return operation.on(api);
        } catch (ApiException neverSent) {
            return CompletableFuture.failedFuture(neverSent);
        }
    }

    private static void addHeaders(HttpRequest.Builder request, @Nullable String key) {
        request.setHeader("User-Agent", USER_AGENT).setHeader("Accept-Encoding", "identity");
        if (key != null) {
            request.setHeader("Authorization", "Bearer " + key);
        }
    }

    @Override
    public String toString() {
        return baseUrl.toString();
    }
}
