package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.http.filter.RequestLog;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;

/** The edge without a port, for calls in this process: the same gate, mapping and responses. */
public final class LocalEdge {

    private static final URI BASE = URI.create("http://127.0.0.1/");

    private final ApplicationHandler application;
    private final String dialect;

    public LocalEdge(Edge edge) {
        this.application = new ApplicationHandler(EdgeServer.application(edge.ofThisProcess()));
        this.dialect = edge.settings().dialect();
    }

    /**
     * A response of the edge.
     *
     * @param body a token or an error in the envelope
     */
    public record LocalResponse(int status, ObjectNode body) {

        /** The body may be a token. */
        @Override
        public String toString() {
            return "LocalResponse[status=" + status + "]";
        }
    }

    /** Posts a body of JSON to one of the contract's operations, by its path without a slash at the front. */
    public LocalResponse post(String path, byte[] json) {
        ContainerResponse response = apply(request(path, json), OutputStream.nullOutputStream());
        return new LocalResponse(response.getStatus(), ContractJson.mapper().valueToTree(response.getEntity()));
    }

    /**
     * The same with the bytes of the response.
     *
     * @return the status of the response
     */
    public int post(String path, byte[] json, OutputStream response) {
        return apply(request(path, json), response).getStatus();
    }

    /** The same without a line in the log; its response is thrown away. */
    public int dryRun(String path, byte[] json) {
        ContainerRequest request = request(path, json);
        RequestLog.leaveOut(request);
        return apply(request, OutputStream.nullOutputStream()).getStatus();
    }

    private ContainerRequest request(String path, byte[] json) {
        ContainerRequest request = new ContainerRequest(
                BASE, BASE.resolve(path), "POST", null, new MapPropertiesDelegate(), application.getConfiguration());
        request.header(HttpHeaders.HOST, BASE.getHost());
        request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        request.header(HttpHeaders.CONTENT_LENGTH, json.length);
        request.setEntityStream(new ByteArrayInputStream(json));
        return request;
    }

    private ContainerResponse apply(ContainerRequest request, OutputStream body) {
        try {
            return application.apply(request, body).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("no response", impossible);
        }
    }

    @Override
    public String toString() {
        return "LocalEdge[" + dialect + "]";
    }
}
