package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangeFailuresTest {

    @ParameterizedTest
    @MethodSource
    void mapsTheCauseToAFailure(Throwable cause, MintFailure failure) {
        assertThat(ExchangeFailures.of(cause, false)).isEqualTo(failure);
    }

    static Stream<Arguments> mapsTheCauseToAFailure() {
        return Stream.of(
                arguments(new HttpConnectTimeoutException("late"), new TimedOut()),
                arguments(new ProtocolException("Invalid status line: \"ek_1\""), ExchangeFailures.NOT_HTTP),
                arguments(
                        new SSLHandshakeException("no path to vendor.example")
                                .initCause(new CertificateException("vendor.example")),
                        ExchangeFailures.NO_TRUST),
                arguments(new SSLPeerUnverifiedException("vendor.example"), ExchangeFailures.NO_TRUST),
                arguments(new IOException(new SSLException("plaintext connection?")), ExchangeFailures.NO_TLS),
                arguments(
                        new ConnectException().initCause(new UnresolvedAddressException()),
                        ExchangeFailures.UNKNOWN_HOST),
                arguments(new ConnectException("Connection refused"), ExchangeFailures.REFUSED),
                arguments(new SocketException("Connection reset"), ExchangeFailures.BROKEN),
                arguments(new IOException("HTTP/1.1 header parser received no bytes"), ExchangeFailures.BROKEN));
    }

    @ParameterizedTest
    @MethodSource
    void isCutShortIfTheResponseHadBegun(Throwable cause) {
        assertThat(ExchangeFailures.of(cause, true)).isEqualTo(ExchangeFailures.CUT_SHORT);
    }

    static Stream<Throwable> isCutShortIfTheResponseHadBegun() {
        return Stream.of(new EOFException(), new ProtocolException(), new SocketException("Connection reset"));
    }
}
