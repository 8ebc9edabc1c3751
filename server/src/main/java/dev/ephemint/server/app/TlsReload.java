package dev.ephemint.server.app;

import dev.ephemint.server.http.EdgeServer;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.TlsFiles;
import dev.ephemint.server.settings.reader.TlsReader;
import dev.ephemint.server.settings.reader.TlsReader.TlsMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves https with what the files hold now. They are checked every second, and read when a change has stayed for one, as
 * they are not written at once. If they cannot be used, the last certificate stays.
 */
final class TlsReload implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);

    /** Gives the service another certificate. */
    interface Renewal {
        void renew(SSLContext context) throws Exception;
    }

    private final TlsFiles files;
    private final Renewal renewal;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(TlsReload::daemon);
    private final AtomicLong renewed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile TlsMaterial current;
    private String seen = "";
    private String handled = "";

    TlsReload(TlsFiles files, Renewal renewal) {
        this.files = files;
        this.renewal = renewal;
        this.current = TlsReader.read(files);
    }

    static TlsReload start(TlsFiles files, EdgeServer server) {
        TlsReload reload = new TlsReload(files, server::renew);
        Future<?> unused = reload.timer.scheduleWithFixedDelay(reload::check, 1, 1, TimeUnit.SECONDS);
        return reload;
    }

    /** When the certificate in use expires. */
    Instant expiry() {
        return current.identity().chain().get(0).getNotAfter().toInstant();
    }

    long renewed() {
        return renewed.get();
    }

    long refused() {
        return refused.get();
    }

    void check() {
        String now = digest();
        if (now.equals(handled)) {
            return;
        }
        if (now.equals(seen)) {
            handled = now;
            read();
        }
        seen = now;
    }

    private void read() {
        try {
            TlsMaterial material = TlsReader.read(files);
            if (!material.equals(current)) {
                renewal.renew(material.context());
                current = material;
                renewed.incrementAndGet();
                LOG.atInfo()
                        .addKeyValue("certificate", material.identity())
                        .addKeyValue("expires", expiry())
                        .log("another certificate is in use");
            }
        } catch (BadSettingsException unusable) {
            report(unusable.problems());
        } catch (Exception failed) {
            report(List.of(failed.getClass().getName()));
        }
    }

    private void report(List<String> problems) {
        refused.incrementAndGet();
        LOG.atWarn()
                .addKeyValue("problems", problems)
                .addKeyValue("expires", expiry())
                .log("the certificate's files have changed, but cannot be used; the last certificate stays in use");
    }

    /** The same if nothing has changed; a key is not kept. */
    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : Stream.concat(
                            Stream.of(files.certificate(), files.key()), files.clientAuthorities().stream())
                    .toList()) {
                digest.update(digest.digest(Files.readAllBytes(file)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            return "unreadable";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tls");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
