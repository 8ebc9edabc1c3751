package dev.ephemint.client.example;

import dev.ephemint.client.EphemintClient;
import dev.ephemint.client.Requests;
import dev.ephemint.contract.model.ClientSecret;

/** What the README shows, compiled and run by a test. */
public final class FirstSecret {

    private FirstSecret() {}

    public static void main(String... arguments) {
        EphemintClient client = EphemintClient.builder().baseUrl(arguments[0]).build();
        ClientSecret secret = client.createClientSecret(Requests.transcription("gpt-live-transcribe"));
        System.out.println(secret.getValue() + " opens "
                + secret.getConnect().getWebsocket().getUrl());
    }
}
