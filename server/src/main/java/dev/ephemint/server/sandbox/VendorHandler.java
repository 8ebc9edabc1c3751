package dev.ephemint.server.sandbox;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Puts a vendor behind HTTP, and says in every answer that it is not the real one. */
final class VendorHandler extends Handler.Abstract {

    static final String MARK = "x-ephemint-sandbox";

    private static final int LONGEST_BODY = 1024 * 1024;

    private final Vendor vendor;

    VendorHandler(Vendor vendor) {
        this.vendor = vendor;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        byte[] body = Content.Source.asInputStream(request).readNBytes(LONGEST_BODY + 1);
        Answer answer = body.length > LONGEST_BODY ? Answer.empty(413) : vendor.answer(inquiry(request, body));
        return write(answer, response, callback);
    }

    /** An answer that never comes leaves the exchange open, until the other side gives up. */
    static boolean write(Answer answer, Response response, Callback callback) {
        if (answer.equals(Answer.NEVER)) {
            return true;
        }
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(MARK, "true");
        Content.Sink.write(response, true, answer.body(), callback);
        return true;
    }

    static Inquiry inquiry(Request request, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField header : request.getHeaders()) {
            headers.put(
                    header.getName().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(header.getValue()).orElse(""));
        }
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValue());
        }
        Inquiry.Target target = new Inquiry.Target(
                request.getHttpURI().getAuthority(),
                request.getHttpURI().getPath(),
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""));
        return new Inquiry(request.getMethod(), target, query, headers, body);
    }
}
