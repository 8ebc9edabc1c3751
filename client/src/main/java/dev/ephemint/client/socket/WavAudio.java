package dev.ephemint.client.socket;

import dev.ephemint.client.internal.audio.WavReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads WAV files for a {@link TranscriptionSocket}. Nothing is resampled or mixed. */
public final class WavAudio {

    private WavAudio() {}

    /** Opens a file as a stream of samples; the caller closes it. */
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
     * The samples of a stream in WAV format, RF64 included. Closing them closes the stream. If the header does not state the
     * length, as in a recording in progress, the samples end with the stream or before a list of tags.
     *
     * @throws IOException also if the audio is not 16-bit PCM, 24 kHz, mono; the message says what it is
     */
    public static InputStream of(InputStream wav) throws IOException {
        return new WavReader(wav).samples();
    }
}
