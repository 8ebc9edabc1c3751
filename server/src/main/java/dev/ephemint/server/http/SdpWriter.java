package dev.ephemint.server.http;

import dev.ephemint.server.mint.Calls;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes the SDP answer of a call. */
final class SdpWriter extends BytesWriter<Calls.Opened> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.equals(Calls.Opened.class);
    }

    @Override
    byte[] bytes(Calls.Opened call) {
        return call.sdp().getBytes(StandardCharsets.UTF_8);
    }
}
