package dev.ephemint.server.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.dialect.UpstreamCall;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Writes calls as requests of the client. */
record UpstreamRequests(StandardHeaders standard) {

    /** RFC 9110, 5.5 and 5.6.2. The client itself sends anything. */
    private static final String NAME_SYMBOLS = "!#$%&'*+.^_`|~-";

    HttpUriRequestBase of(UpstreamCall call) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
        standard.on(call).headers().forEach((name, value) -> header(request, name, value));
        if (!call.method().equals("GET")) {
            request.setEntity(new ByteArrayEntity(bytes(call), null));
        }
        return request;
    }

    /** The value may be a key, so it is not quoted. */
    private static void header(HttpUriRequestBase request, String name, String value) {
        if (!isName(name) || !isValue(value)) {
            throw new IllegalArgumentException("the header " + name + " cannot be sent as it is");
        }
        request.setHeader(name, value);
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && NAME_SYMBOLS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && !(c >= ' ' && c <= '~') && !(c >= 0x80 && c <= 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(UpstreamCall call) {
        return call.text()
                .map(text -> text.content().getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> json(call));
    }

    private static byte[] json(UpstreamCall call) {
        try {
            return ContractJson.mapper().writeValueAsBytes(call.body());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree that cannot be written", impossible);
        }
    }
}
