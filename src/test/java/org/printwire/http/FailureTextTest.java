package org.printwire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.http.CallTrace.Stage;

/** Those failures that are hard to bring about; {@link FailureTest} and {@link TlsTest} have the others. */
class FailureTextTest {

    private static final String SITE = "a.example";

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(Stage.CONNECT, new SocketTimeoutException("Connect timed out"),
                        "a.example cannot be reached: nothing answers there"),
                failure(Stage.CONNECT, new InterruptedIOException("timeout"),
                        "a.example cannot be reached: nothing answered there within 20 s"),
                failure(Stage.LOOKUP, new InterruptedIOException("timeout"),
                        "the name service did not find a.example within 20 s"),
                failure(Stage.WAIT, new InterruptedIOException("interrupted"),
                        "the call to a.example was broken off"),
                failure(Stage.CONNECT, new NoRouteToHostException("No route to host"),
                        "a.example cannot be reached: there is no way there; is the network up?"),
                failure(Stage.CONNECT, caused(new ConnectException("Failed to connect to s3cr3t"),
                        new ConnectException("Network is unreachable")),
                        "a.example cannot be reached: there is no way there; is the network up?"),
                failure(Stage.CONNECT, suppressing(new ConnectException("Network is unreachable"),
                        new ConnectException("Connection refused")), "a.example refuses the connection"),
                failure(Stage.CONNECT, new IOException("Canceled"), "the call to a.example was broken off"),
                failure(Stage.CONNECT, new SocketException("Too many open files s3cr3t"),
                        "a.example broke the connection before it had answered"),
                failure(Stage.SEND, new SocketException("Broken pipe"),
                        "a.example broke the connection before it had answered"),
                failure(Stage.WAIT, new IOException("s3cr3t"), "the connection to a.example broke (IOException)"),
                failure(Stage.TLS, new SocketException("Connection reset"),
                        "a.example broke off the TLS handshake; does it speak TLS at this port?"),
                failure(Stage.TLS, new SSLHandshakeException("Received fatal alert: certificate_required"),
                        "a.example wants a certificate of its clients, and printwire has none"),
                failure(Stage.TLS, new SSLHandshakeException("Received fatal alert: unrecognized_name"),
                        "a.example has no certificate for that name"),
                failure(Stage.TLS, new SSLHandshakeException("Received fatal alert: protocol_version"),
                        "a.example speaks no version or cipher of TLS that is still safe (it takes 1.2 or 1.3)"),
                failure(Stage.TLS, caused(new SSLHandshakeException("s3cr3t"), new CertPathValidatorException("md5",
                        null, null, -1, BasicReason.ALGORITHM_CONSTRAINED)),
                        "the certificate of a.example is too weak to be trusted; it needs a new one"),
                failure(Stage.WAIT, new SSLException("Received fatal alert: bad_certificate"),
                        "a.example wants a certificate of its clients, and printwire has none"),
                failure(Stage.TLS, new SSLException("s3cr3t"), "TLS with a.example failed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_failure_has_its_sentence(Stage stage, IOException failure, String sentence) {
        assertThat(FailureText.of(failure, stage, SITE, Calls.post("https://a.example/"))).isEqualTo(sentence);
    }

    private static Arguments failure(Stage stage, IOException failure, String sentence) {
        return Arguments.of(stage, failure, sentence);
    }

    private static IOException caused(IOException failure, Throwable cause) {
        failure.initCause(cause);
        return failure;
    }

    private static IOException suppressing(IOException failure, Throwable other) {
        failure.addSuppressed(other);
        return failure;
    }
}
