package dev.ephemint.server.planted;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** What the service logs, before the encoder hides the configured credentials. */
final class Log implements AutoCloseable {

    /** Differ for each request, and are made by the service itself. */
    private static final Set<String> OWN = Set.of("request_id", "duration_ms");

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.ephemint");
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    Log() {
        events.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(events);
    }

    void clear() {
        events.list.clear();
    }

    String text() {
        return events.list.stream().map(Log::text).collect(Collectors.joining("\n"));
    }

    private static String text(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs() == null ? List.of() : event.getKeyValuePairs();
        String trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return event.getFormattedMessage()
                + pairs.stream().filter(pair -> !OWN.contains(pair.key)).toList()
                + trace;
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setAdditive(true);
        logger.setLevel(null);
    }
}
