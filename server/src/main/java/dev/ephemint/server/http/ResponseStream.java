package dev.ephemint.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.BufferUtil;

/** Writes the body of a response. The bytes that complete its length are sent as the last ones, so nothing follows them. */
final class ResponseStream extends OutputStream {

    private final Response response;
    private long left;
    private boolean ended;

    /** @param length negative if it is not known */
    ResponseStream(Response response, long length) {
        this.response = response;
        this.left = length;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        left -= length;
        send(left == 0, ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            send(true, BufferUtil.EMPTY_BUFFER);
        }
    }

    private void send(boolean last, ByteBuffer bytes) throws IOException {
        ended = last;
        try (Blocker.Callback sent = Blocker.callback()) {
            response.write(last, bytes, sent);
            sent.block();
        }
    }
}
