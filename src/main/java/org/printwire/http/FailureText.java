package org.printwire.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** What an exception of the network means, for people. Its own text is never used: it may quote the address. */
final class FailureText {

    private FailureText() {}

    static String of(IOException failure, String site, Duration limit) {
        if (failure instanceof UnknownHostException) {
            return site + " is not known to the name service";
        }
        if (failure instanceof SocketTimeoutException && "Connect timed out".equalsIgnoreCase(failure.getMessage())) {
            return site + " cannot be reached";
        }
        if (failure instanceof InterruptedIOException) {
            return "interrupted".equals(failure.getMessage())
                    ? "the call to " + site + " was broken off"
                    : site + " did not answer within " + limit.toSeconds() + " s";
        }
        if (failure instanceof NoRouteToHostException) {
            return site + " cannot be reached";
        }
        if (failure instanceof ConnectException) {
            return site + " refuses the connection";
        }
        if (failure instanceof SSLException) {
            return site + ": TLS failed, its certificate is not trusted or it does not speak TLS";
        }
        return "the connection to " + site + " broke (" + failure.getClass().getSimpleName() + ")";
    }
}
