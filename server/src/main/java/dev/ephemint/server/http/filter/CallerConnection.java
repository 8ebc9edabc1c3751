package dev.ephemint.server.http.filter;

import dev.ephemint.server.mint.CallerPresence;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/**
 * The connection of a caller whose request was read to its end and has no response yet. Meanwhile nothing else reads
 * from it, and only the thread that handles the request may use this.
 */
public final class CallerConnection implements CallerPresence {

    private static final String ATTRIBUTE = CallerConnection.class.getName();
    private static final int MORE_THAN_THE_END = 1024;

    private final Connection connection;
    private boolean sentMore;

    private CallerConnection(Request request) {
        this.connection = request.getConnectionMetaData().getConnection();
    }

    /** Always the same for a request: what one has read, another would not know of. */
    public static CallerConnection of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof CallerConnection known) {
            return known;
        }
        CallerConnection made = new CallerConnection(request);
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    /** A caller that closes only its half has left, too: nothing else distinguishes it from others. */
    @Override
    public boolean hasLeft() {
        EndPoint endPoint = connection.getEndPoint();
        if (!endPoint.isOpen() || endPoint.isInputShutdown()) {
            return true;
        }
        try {
            return !sentMore && read(endPoint) < 0;
        } catch (IOException broken) {
            return true;
        }
    }

    /** What it sends is its next request, which the connection must get. */
    private int read(EndPoint endPoint) throws IOException {
        if (!(connection instanceof Connection.UpgradeTo next)) {
            return 0;
        }
        ByteBuffer more = BufferUtil.allocate(MORE_THAN_THE_END);
        int length = endPoint.fill(more);
        if (length > 0) {
            sentMore = true;
            next.onUpgradeTo(more);
        }
        return length;
    }
}
