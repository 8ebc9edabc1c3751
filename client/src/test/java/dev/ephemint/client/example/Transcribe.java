package dev.ephemint.client.example;

import dev.ephemint.client.EphemintClient;
import dev.ephemint.client.Requests;
import dev.ephemint.client.TokenSource;
import dev.ephemint.client.socket.TranscriptionListener;
import dev.ephemint.client.socket.TranscriptionSocket;
import dev.ephemint.client.socket.WavAudio;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** What the README shows, compiled and run by a test. */
public final class Transcribe {

    private Transcribe() {}

    public static void main(String... arguments) throws IOException {
        EphemintClient ephemint = EphemintClient.builder().baseUrl(arguments[0]).build();
        TokenSource tokens = TokenSource.of(ephemint, Requests.transcription("gpt-live-transcribe"));
        TranscriptionListener print = TranscriptionListener.ofText(System.out::println);
        try (InputStream speech = WavAudio.open(Path.of(arguments[1]));
                TranscriptionSocket socket = TranscriptionSocket.open(tokens, print)) {
            socket.send(speech);
        }
    }
}
