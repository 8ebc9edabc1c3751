package dev.ephemint.client.example;

import dev.ephemint.client.EphemintClient;
import dev.ephemint.client.Requests;
import dev.ephemint.contract.model.ClientSecret;
import java.net.URI;

/** What the README shows, compiled and run by a test. */
public final class FirstSecret {

    private FirstSecret() {}

    public static void main(String... arguments) {
        EphemintClient ephemint = EphemintClient.builder().baseUrl(arguments[0]).build();
        ClientSecret secret = ephemint.createClientSecret(Requests.transcription("gpt-live-transcribe"));
        URI socket = URI.create(secret.getConnect().getWebsocket().getUrl());
        System.out.println(secret.getValue() + " opens " + socket);
    }
}
