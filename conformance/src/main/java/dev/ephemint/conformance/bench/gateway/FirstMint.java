package dev.ephemint.conformance.bench.gateway;

import dev.ephemint.conformance.bench.rig.Mint;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;

/** Asks a service that starts for its first token, again and again. */
final class FirstMint {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 60_000;
    private static final long PAUSE_NANOS = 3_000_000;
    private static final int OK = 200;

    private final Mint mint;

    FirstMint(Mint mint) {
        this.mint = mint;
    }

    /** Pauses for a moment if the service does not mint yet. */
    boolean succeeds() {
        try {
            if (status(mint.address()) == OK) {
                return true;
            }
        } catch (IOException e) {
            // It does not listen yet.
        }
        LockSupport.parkNanos(PAUSE_NANOS);
        return false;
    }

    private int status(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setRequestProperty("content-type", "application/json");
        mint.headers().forEach(connection::setRequestProperty);
        connection.setDoOutput(true);
        connection.getOutputStream().write(mint.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int status = connection.getResponseCode();
        if (status == OK) {
            try (InputStream response = connection.getInputStream()) {
                response.readAllBytes();
            }
        }
        connection.disconnect();
        return status;
    }
}
