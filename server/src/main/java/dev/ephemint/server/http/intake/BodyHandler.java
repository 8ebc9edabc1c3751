package dev.ephemint.server.http.intake;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads the body of a request without a thread that waits for it, and only then passes the request on. */
public final class BodyHandler extends Handler.Wrapper {

    private final int maxBytes;
    private final BodyTimes times;
    private final MemoryBudget memory;

    /** @param maxBytes of a larger body one byte more is read: enough for the rejection */
    public BodyHandler(int maxBytes, BodyTimes times, MemoryBudget memory, Handler next) {
        super(next);
        this.maxBytes = maxBytes;
        this.times = times;
        this.memory = memory;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request.getHeaders())) {
            return super.handle(request, response, callback);
        }
        BodyReader reader = new BodyReader(request, maxBytes, memory, times);
        BodyReader.Outcome outcome = reader.readAvailable();
        if (outcome != BodyReader.Outcome.WAITING) {
            return outcome == BodyReader.Outcome.READ
                    ? super.handle(reader.request(), response, callback)
                    : rejected(outcome, request, response, callback);
        }
        reader.readRest(end -> finish(end, reader, response, callback));
        return true;
    }

    private void finish(BodyReader.Outcome outcome, BodyReader reader, Response response, Callback callback) {
        try {
            if (outcome != BodyReader.Outcome.READ) {
                rejected(outcome, reader.request(), response, callback);
            } else if (!super.handle(reader.request(), response, callback)) {
                Response.writeError(reader.request(), response, callback, 404);
            }
        } catch (Exception failed) {
            Response.writeError(reader.request(), response, callback, failed);
        }
    }

    private static boolean rejected(BodyReader.Outcome outcome, Request request, Response response, Callback callback) {
        EnvelopeWriter.write(request, response, outcome.rejection(), callback);
        return true;
    }

    /** A body that is too large by its declared length is not read at all: the gate rejects it. */
    private boolean hasBody(HttpFields headers) {
        long declared = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        return headers.contains(HttpHeader.TRANSFER_ENCODING) || (declared > 0 && declared <= maxBytes);
    }
}
