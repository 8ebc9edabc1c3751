package dev.ephemint.server.http.intake;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content.Chunk;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body was read already, at least its beginning. */
final class ReadRequest extends Request.Wrapper {

    private final @Nullable Chunk end;
    private byte @Nullable [] begin;

    /** @param end follows the bytes: the end or a failure; null: more is to be read */
    ReadRequest(Request request, byte[] begin, @Nullable Chunk end) {
        super(request);
        this.begin = begin;
        this.end = end;
    }

    @Override
    public @Nullable Chunk read() {
        byte[] bytes = begin;
        if (bytes != null && bytes.length > 0) {
            begin = null;
            return Chunk.from(ByteBuffer.wrap(bytes), end == Chunk.EOF);
        }
        return end == null ? super.read() : end;
    }

    @Override
    public void demand(Runnable callback) {
        if (end == null && begin == null) {
            super.demand(callback);
        } else {
            callback.run();
        }
    }
}
