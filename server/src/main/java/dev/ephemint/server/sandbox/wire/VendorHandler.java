package dev.ephemint.server.sandbox.wire;

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

/** Serves a vendor over HTTP, and marks every response as the sandbox's. */
public final class VendorHandler extends Handler.Abstract {

    public static final String MARK = "x-ephemint-sandbox";

    private static final int LONGEST_BODY = 1024 * 1024;

    private final HttpEndpoint vendor;

    public VendorHandler(HttpEndpoint vendor) {
        this.vendor = vendor;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        byte[] body = Content.Source.asInputStream(request).readNBytes(LONGEST_BODY + 1);
        VendorResponse vendorResponse =
                body.length > LONGEST_BODY ? VendorResponse.empty(413) : vendor.respond(vendorRequest(request, body));
        return write(vendorResponse, response, callback);
    }

    /** {@link VendorResponse#NEVER} leaves the exchange open until the client gives up. */
    public static boolean write(VendorResponse vendorResponse, Response response, Callback callback) {
        if (vendorResponse.equals(VendorResponse.NEVER)) {
            return true;
        }
        response.setStatus(vendorResponse.status());
        vendorResponse.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(MARK, "true");
        Content.Sink.write(response, true, vendorResponse.body(), callback);
        return true;
    }

    public static VendorRequest vendorRequest(Request request, byte[] body) {
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
        VendorRequest.Target target = new VendorRequest.Target(
                request.getHttpURI().getAuthority(),
                request.getHttpURI().getPath(),
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""));
        return new VendorRequest(request.getMethod(), target, query, headers, body);
    }
}
