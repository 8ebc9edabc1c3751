package dev.ephemint.server.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import dev.ephemint.server.settings.LogFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Log lines as {@code logback.xml} has them, or as JSON. Jersey, which logs past SLF4J, is brought along. */
final class Logging {

    private Logging() {}

    static void ofService() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** What a command prints is its answer, so the log keeps to warnings and to the other stream. */
    static void ofCommand() {
        ofService();
        change((context, appender) -> {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
            appender.setTarget("System.err");
        });
    }

    static void use(LogFormat format) {
        if (format == LogFormat.JSON) {
            change((context, appender) -> appender.setEncoder(json(context)));
        }
    }

    private static void change(Change change) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stdout")
                        instanceof ConsoleAppender<ILoggingEvent> appender) {
            appender.stop();
            change.apply(context, appender);
            appender.start();
        }
    }

    private static JsonEncoder json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithArguments(false);
        encoder.start();
        return encoder;
    }

    @FunctionalInterface
    private interface Change {

        void apply(LoggerContext context, ConsoleAppender<ILoggingEvent> appender);
    }
}
