package dev.ephemint.server.doctor.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A sentence of synthetic speech.
 *
 * @param samples 16-bit PCM, 24 kHz, mono
 */
public record Speech(byte[] samples) {

    private static final String RESOURCE = "/dev/ephemint/server/speech.wav";
    private static final String COMMIT = "{\"type\":\"input_audio_buffer.commit\"}";
    private static final int RIFF_HEADER = 12;
    private static final int DATA = 0x61746164;

    /** A fifth of a second. */
    private static final int CHUNK = 9_600;

    private static final double BYTES_PER_SECOND = 48_000;

    public static Speech recorded() {
        try (InputStream wave = Objects.requireNonNull(Speech.class.getResourceAsStream(RESOURCE))) {
            return new Speech(data(ByteBuffer.wrap(wave.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The chunk of the samples, wherever it stands in the file. */
    private static byte[] data(ByteBuffer wave) {
        wave.position(RIFF_HEADER);
        int name = wave.getInt();
        int length = wave.getInt();
        while (name != DATA) {
            wave.position(wave.position() + length);
            name = wave.getInt();
            length = wave.getInt();
        }
        byte[] samples = new byte[length];
        wave.get(samples);
        return samples;
    }

    /** The client events that say it, and that it is over. */
    public List<String> events() {
        List<String> events = new ArrayList<>();
        for (int from = 0; from < samples.length; from += CHUNK) {
            byte[] chunk = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + CHUNK));
            events.add("{\"type\":\"input_audio_buffer.append\",\"audio\":\""
                    + Base64.getEncoder().encodeToString(chunk) + "\"}");
        }
        events.add(COMMIT);
        return events;
    }

    public List<String> described() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "input_audio_buffer.append, %d times: %.1f s of speech",
                        events().size() - 1,
                        samples.length / BYTES_PER_SECOND),
                COMMIT);
    }
}
