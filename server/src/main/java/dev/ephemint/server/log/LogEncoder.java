package dev.ephemint.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.ephemint.contract.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * Writes one line for each event. The last step hides the credentials that the service was configured with, and those that
 * replaced them, regardless of the line.
 */
public abstract class LogEncoder extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};

    private volatile Redactor redactor = Redactor.of(List.of());

    /** Hides these credentials in every line from now on. */
    public synchronized void hide(Redactor credentials) {
        redactor = credentials;
    }

    /** Hides these credentials, too: a key may be replaced while the service runs. */
    public synchronized void alsoHide(Redactor credentials) {
        redactor = redactor.and(credentials);
    }

    /** The line with its end. */
    abstract String line(ILoggingEvent event);

    /** The key-value pairs of the event, then those of its thread; a name that occurs again is left out. */
    final Map<String, Object> fields(ILoggingEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                if (pair.value != null) {
                    fields.putIfAbsent(pair.key, safe(pair.value));
                }
            }
        }
        event.getMDCPropertyMap().forEach((name, value) -> fields.putIfAbsent(name, safe(value)));
        return fields;
    }

    /** Numbers and flags as they are, everything else as text without credentials. */
    private Object safe(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : redactor.hide(value.toString());
    }

    final String message(ILoggingEvent event) {
        return redactor.hide(event.getFormattedMessage());
    }

    /** The stack of what was thrown, or nothing. */
    final String trace(ILoggingEvent event) {
        return event.getThrowableProxy() == null
                ? ""
                : redactor.hide(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    static String shortName(ILoggingEvent event) {
        String name = event.getLoggerName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public final byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public final byte[] encode(ILoggingEvent event) {
        return line(event).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public final byte[] footerBytes() {
        return NOTHING;
    }
}
