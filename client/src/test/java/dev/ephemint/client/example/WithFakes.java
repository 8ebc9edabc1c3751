package dev.ephemint.client.example;

import dev.ephemint.client.EphemintClient;
import dev.ephemint.client.Requests;
import dev.ephemint.client.TokenSource;
import dev.ephemint.client.socket.TranscriptionListener;
import dev.ephemint.client.socket.TranscriptionSocket;
import dev.ephemint.client.testing.FakeEphemint;
import dev.ephemint.client.testing.FakeVendor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A user's test, with what the artifact of fakes holds and nothing else of this project's tests. */
public final class WithFakes implements Callable<List<String>> {

    private static final byte[] A_SECOND = new byte[48_000];

    @Override
    public List<String> call() throws IOException {
        List<String> texts = new ArrayList<>();
        try (FakeVendor vendor = new FakeVendor(FakeVendor.transcribing("one", "two"));
                FakeEphemint ephemint = new FakeEphemint(vendor)) {
            EphemintClient client =
                    EphemintClient.builder().baseUrl(ephemint.url()).build();
            TokenSource tokens = TokenSource.of(client, Requests.transcription("gpt-live-transcribe"));
            try (TranscriptionSocket socket =
                    TranscriptionSocket.open(tokens, TranscriptionListener.ofText(texts::add))) {
                socket.send(A_SECOND);
                socket.commit();
                socket.send(A_SECOND);
            }
        }
        return texts;
    }
}
