package dev.ephemint.client.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephemint.client.generated.ApiClient;
import dev.ephemint.contract.ContractJson;
import java.net.URI;
import java.net.http.HttpClient;

/** Settings of the generated operations: the buffering HTTP client, and the contract's mapper instead of a copy. */
public final class GeneratedClient extends ApiClient {

    private final BufferingHttpClient exchange;

    public GeneratedClient(BufferingHttpClient exchange, URI baseUrl) {
        super(HttpClient.newBuilder(), ContractJson.mapper(), baseUrl.toString());
        this.exchange = exchange;
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
