package dev.ephemint.client.internal.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The samples of a WAV file whose writer did not know their length: everything up to the end of the stream, or up to a list
 * of tags, which is the chunk that writers put behind the data.
 */
final class OpenEndedSamples extends InputStream {

    private static final byte[] LIST = "LIST".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INFO = "INFO".getBytes(StandardCharsets.US_ASCII);

    /** The bytes that show a list: its name, four of length, and its kind. */
    private static final int LIST_HEADER = 12;

    private final InputStream wav;

    /** Begins with what a read returns next, and is at least as long as a list's header until the stream ends. */
    private byte[] ahead = new byte[0];

    private boolean isOver;

    OpenEndedSamples(InputStream wav) {
        this.wav = wav;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        while (!isOver && ahead.length < LIST_HEADER) {
            lookAhead(most);
        }
        int ready = isOver ? ahead.length : ahead.length - LIST_HEADER + 1;
        int read = Math.min(most, ready);
        System.arraycopy(ahead, 0, into, from, read);
        ahead = Arrays.copyOfRange(ahead, read, ahead.length);
        return read == 0 ? -1 : read;
    }

    private void lookAhead(int most) throws IOException {
        int old = ahead.length;
        byte[] more = Arrays.copyOf(ahead, old + Math.max(most, LIST_HEADER));
        int read = wav.read(more, old, more.length - old);
        isOver = read < 0;
        ahead = Arrays.copyOf(more, old + Math.max(0, read));
        int list = list();
        if (list >= 0) {
            ahead = Arrays.copyOf(ahead, list);
            isOver = true;
        }
    }

    /** Samples have two bytes, so a chunk begins at an even place of the stream; here that is not counted. */
    private int list() {
        for (int at = 0; at <= ahead.length - LIST_HEADER; at++) {
            if (isAt(at, LIST) && isAt(at + 8, INFO)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int at, byte[] name) {
        return Arrays.equals(ahead, at, at + name.length, name, 0, name.length);
    }

    @Override
    public int available() throws IOException {
        return isOver ? ahead.length : Math.max(0, ahead.length - LIST_HEADER + 1);
    }

    @Override
    public void close() throws IOException {
        wav.close();
    }
}
