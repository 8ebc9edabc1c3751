package dev.ephemint.server.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;

/** The edge without a port, set up once for many requests: whole responses, as they would be sent. */
public final class InProcessEdge {

    private static final URI BASE = URI.create("http://127.0.0.1/");

    private final ApplicationHandler application;

    public InProcessEdge(Edge edge) {
        this.application = new ApplicationHandler(EdgeServer.application(edge));
    }

    /** A response as it is sent. */
    public record Sent(int status, Map<String, String> headers, String body) {}

    /** Posts JSON to a path without a slash at the front. */
    public Sent post(String path, String json) {
        ContainerRequest request = new ContainerRequest(
                BASE, BASE.resolve(path), "POST", null, new MapPropertiesDelegate(), application.getConfiguration());
        request.header(HttpHeaders.HOST, BASE.getHost());
        request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        request.setEntityStream(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            ContainerResponse response = application.apply(request, body).get();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
            return new Sent(response.getStatus(), headers, body.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
