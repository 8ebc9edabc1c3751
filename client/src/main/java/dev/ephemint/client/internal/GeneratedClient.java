package dev.ephemint.client.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephemint.client.generated.ApiClient;
import dev.ephemint.contract.ContractJson;
import java.net.URI;
import java.net.http.HttpClient;

/** Settings of the generated operations: the buffering HTTP client, and the contract's mapper instead of a copy. */
public final class GeneratedClient extends ApiClient {

    /** Parsed for each call, and not used. */
    private static final String NO_URL = "/";

    private final BufferingHttpClient exchange;
    private final URI baseUrl;

    public GeneratedClient(BufferingHttpClient exchange, URI baseUrl) {
        super(HttpClient.newBuilder(), ContractJson.mapper(), NO_URL);
        this.exchange = exchange;
        this.baseUrl = baseUrl;
    }

    @Override
    public String getBaseUri() {
        return baseUrl.toString();
    }

    @Override
    public HttpClient getHttpClient() {
        return exchange;
    }

    @Override
    public ObjectMapper getObjectMapper() {
        return ContractJson.mapper();
    }
}
