package dev.ephemint.server.caller;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Gets an issuer's keys: bounded in time and size, and following no redirect. */
final class JwksRetriever extends DefaultResourceRetriever {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_BYTES = 256 * 1024;

    JwksRetriever() {
        super(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);
    }

    @Override
    protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
        HttpURLConnection connection = super.openHTTPConnection(url);
        connection.setInstanceFollowRedirects(false);
        return connection;
    }
}
