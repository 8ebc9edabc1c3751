package dev.ephemint.server.mint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class StackTraceOnlyTest {

    @Test
    void showsTypesAndPlacesOfAFaultAndItsCausesButNoMessage() {
        Exception fault = new IllegalStateException("planted", new ArithmeticException("planted"));

        assertThat(text(new StackTraceOnly(fault)))
                .contains("IllegalStateException", "ArithmeticException", "StackTraceOnlyTest")
                .doesNotContain("planted");
    }

    @Test
    void hasThePlacesOfTheFaultAndNotItsOwn() {
        Exception fault = fault();

        assertThat(new StackTraceOnly(fault).getStackTrace()).isEqualTo(fault.getStackTrace());
    }

    private static Exception fault() {
        return new IllegalStateException();
    }

    @Test
    void showsEightCausesAtMost() {
        Throwable fault = new IllegalStateException();
        for (int i = 0; i < 10; i++) {
            fault = new IllegalStateException(fault);
        }

        assertThat(causes(new StackTraceOnly(fault))).isEqualTo(8);
    }

    private static String text(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static int causes(Throwable fault) {
        return fault.getCause() == null ? 0 : 1 + causes(fault.getCause());
    }
}
