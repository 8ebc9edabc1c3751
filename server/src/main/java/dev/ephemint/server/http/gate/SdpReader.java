package dev.ephemint.server.http.gate;

import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;
import dev.ephemint.server.mint.Calls;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Admits a body that looks like SDP and is UTF-8; what it says is up to the vendor. */
public final class SdpReader implements MessageBodyReader<SdpOffer> {

    private final RequestBody body;

    public SdpReader(int maxBytes) {
        this.body = new RequestBody(maxBytes);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.equals(SdpOffer.class);
    }

    @Override
    public SdpOffer readFrom(
            Class<SdpOffer> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        byte[] bytes = body.read(stream, headers.getFirst(HttpHeaders.CONTENT_LENGTH));
        ContractReader.rejectEncoding(headers.getFirst(HttpHeaders.CONTENT_ENCODING));
        return new SdpOffer(text(bytes));
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (Calls.isSdp(text) && text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException otherEncoding) {
            // The same rejection as for any other text.
        }
        throw new RequestRejectedException(FailureResponse.invalidRequest(
                400,
                "invalid_value",
                "The body of the request must be an SDP offer in UTF-8, which begins with 'v=0'."));
    }
}
