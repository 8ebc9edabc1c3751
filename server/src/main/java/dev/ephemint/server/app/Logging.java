package dev.ephemint.server.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.log.JsonLinesEncoder;
import dev.ephemint.server.log.LogEncoder;
import dev.ephemint.server.log.OutOfMemory;
import dev.ephemint.server.log.TextEncoder;
import dev.ephemint.server.settings.LogFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets up log lines: their format, level and stream. Jersey logs by java.util.logging, which is bridged to SLF4J. */
public final class Logging {

    private Logging() {}

    public static void ofService() {
        OutOfMemory.watchThreads();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Standard output is for the result of a command: the log goes to standard error, warnings only. */
    public static void ofCommand() {
        ofService();
        change((context, appender) -> {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
            appender.setTarget("System.err");
        });
    }

    /** Writes lines in this format from now on, without these credentials. */
    public static void use(LogFormat format, Redactor credentials) {
        change((context, appender) -> {
            LogEncoder encoder = format == LogFormat.JSON ? new JsonLinesEncoder() : new TextEncoder();
            encoder.hide(credentials);
            encoder.setContext(context);
            encoder.start();
            appender.setEncoder(encoder);
        });
    }

    /** Writes lines without these credentials as well: they may have replaced the configured ones. */
    public static void alsoHide(Redactor credentials) {
        onConsole((context, appender) -> {
            if (appender.getEncoder() instanceof LogEncoder encoder) {
                encoder.alsoHide(credentials);
            }
        });
    }

    private static void change(Change change) {
        onConsole((context, appender) -> {
            appender.stop();
            change.apply(context, appender);
            appender.start();
        });
    }

    private static void onConsole(Change change) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stdout")
                        instanceof ConsoleAppender<ILoggingEvent> appender) {
            change.apply(context, appender);
        }
    }

    @FunctionalInterface
    private interface Change {

        void apply(LoggerContext context, ConsoleAppender<ILoggingEvent> appender);
    }
}
