package dev.ephemint.client.socket;

import dev.ephemint.client.internal.audio.WavReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The samples of a WAV file, as a {@link TranscriptionSocket} takes them. Nothing is resampled or mixed. */
public final class WavAudio {

    private WavAudio() {}

    /** The samples of a file, to be closed by the caller. */
    public static InputStream open(Path file) throws IOException {
        InputStream wav = new BufferedInputStream(Files.newInputStream(file));
        try {
            return of(wav);
        } catch (IOException refused) {
            wav.close();
            throw refused;
        }
    }

    /**
     * The samples in a stream that begins as a WAV file does, RF64 included. Closing it closes the stream. Where the header
     * does not know the length, as in a recording that is still written, the samples end with the stream or with a list of
     * tags behind them.
     *
     * @throws IOException also if the audio is of another form than 16-bit PCM at 24 kHz on one channel; the message says
     *     which form it has
     */
    public static InputStream of(InputStream wav) throws IOException {
        return new WavReader(wav).samples();
    }
}
