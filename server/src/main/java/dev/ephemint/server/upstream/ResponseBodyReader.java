package dev.ephemint.server.upstream;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of responses up to a limit. */
record ResponseBodyReader(int maxBytes) {

    /**
     * The whole body; empty if there is none.
     *
     * @param drop drops the connection, so that nothing more is read of a body that is too long
     */
    byte[] read(@Nullable HttpEntity entity, Runnable drop) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        rejectIf(entity.getContentLength() > maxBytes, drop);
        try (InputStream stream = entity.getContent()) {
            byte[] bytes = stream.readNBytes(limit(entity.getContentLength()));
            rejectIf(bytes.length > maxBytes, drop);
            return bytes;
        }
    }

    /** One byte more than there should be, so that the end is seen. */
    private int limit(long declared) {
        return 1 + (int) (declared < 0 ? maxBytes : declared);
    }

    private void rejectIf(boolean oversized, Runnable drop) throws OversizedResponseException {
        if (oversized) {
            drop.run();
            throw new OversizedResponseException(maxBytes);
        }
    }
}
