package dev.ephemint.server.mint;

import org.jspecify.annotations.Nullable;

/** Where a fault came from, without its messages: libraries quote headers and bodies in them, keys included. */
public final class StackTraceOnly extends Throwable {

    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 8;

    public StackTraceOnly(Throwable fault) {
        this(fault, MAX_CAUSES);
    }

    private StackTraceOnly(Throwable fault, int causes) {
        super(fault.getClass().getName(), cause(fault.getCause(), causes), false, true);
        setStackTrace(fault.getStackTrace());
    }

    private static @Nullable Throwable cause(@Nullable Throwable cause, int causes) {
        return cause == null || causes == 0 ? null : new StackTraceOnly(cause, causes - 1);
    }
}
