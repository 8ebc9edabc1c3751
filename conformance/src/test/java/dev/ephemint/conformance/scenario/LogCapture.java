package dev.ephemint.conformance.scenario;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Everything that this process logs, through SLF4J or past it, each event with all that could be printed of it. */
final class LogCapture implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ephemint = (Logger) LoggerFactory.getLogger("dev.ephemint");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(line(event));
        }
    };

    private final Handler pastSlf4j = new Handler() {
        @Override
        public void publish(LogRecord event) {
            lines.add(event.getMessage() + " " + Arrays.toString(event.getParameters()) + " " + event.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private LogCapture() {}

    /** Our own packages are made to say all that they ever would. */
    static LogCapture begin() {
        LogCapture capture = new LogCapture();
        capture.ephemint.setLevel(Level.TRACE);
        capture.appender.setContext(capture.root.getLoggerContext());
        capture.appender.start();
        capture.root.addAppender(capture.appender);
        java.util.logging.Logger.getLogger("").addHandler(capture.pastSlf4j);
        return capture;
    }

    private static String line(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return String.join(
                " ",
                event.getFormattedMessage(),
                String.valueOf(event.getKeyValuePairs()),
                event.getMDCPropertyMap().toString(),
                thrown);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        java.util.logging.Logger.getLogger("").removeHandler(pastSlf4j);
        ephemint.setLevel(null);
    }
}
