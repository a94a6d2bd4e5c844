package org.printwire.http;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a failure of TLS means, and what to do. See {@link FailureText}. */
final class TlsFailureText {

    private TlsFailureText() {}

    static String of(List<Throwable> failure, String site, Tls tls) {
        if (has(failure, CertificateExpiredException.class)) {
            return "the certificate of " + site + " has expired; is this machine's clock right?";
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return "the certificate of " + site + " is not valid yet; is this machine's clock right?";
        }
        if (has(failure, SSLPeerUnverifiedException.class)) {
            return "the certificate of " + site + " is for another host";
        }
        if (failure.stream().anyMatch(TlsFailureText::isWeak)) {
            return "the certificate of " + site + " is too weak to be trusted; it needs a new one";
        }
        // Our own verdict comes first: Java 17.0.21 names the alert that it sends in it.
        if (has(failure, CertificateException.class) || has(failure, CertPathValidatorException.class)) {
            return "the certificate of " + site + (tls.authority() == null
                    ? " is self-signed or from an authority that this machine does not know; write caFile: with the"
                            + " authority's certificate, or verifyTls: false"
                    : " is not from an authority in caFile " + tls.authority());
        }
        if (says(failure, "certificate_required", "bad_certificate", "certificate_unknown", "unknown_ca")) {
            return site + " wants a certificate of its clients, and printwire has none";
        }
        if (says(failure, "unrecognized ssl message", "plaintext connection")) {
            return site + " does not speak TLS at this port; write http:// if that is meant";
        }
        if (says(failure, "unrecognized_name")) {
            return site + " has no certificate for that name";
        }
        if (says(failure, "protocol_version", "handshake_failure", "appropriate protocol", "insufficient_security",
                "cipher suites in common", "protocol version")) {
            return site + " speaks no version or cipher of TLS that is still safe (it takes 1.2 or 1.3)";
        }
        return says(failure, "terminated the handshake", "reset", "broken pipe", "closed")
                ? brokenOff(site) : "TLS with " + site + " failed";
    }

    static String brokenOff(String site) {
        return site + " broke off the TLS handshake; does it speak TLS at this port?";
    }

    private static boolean isWeak(Throwable failure) {
        return failure instanceof CertPathValidatorException path
                && path.getReason() == BasicReason.ALGORITHM_CONSTRAINED;
    }

    private static boolean has(List<Throwable> failure, Class<? extends Throwable> type) {
        return failure.stream().anyMatch(type::isInstance);
    }

    private static boolean says(List<Throwable> failure, String... words) {
        return failure.stream().anyMatch(each -> Stream.of(words).anyMatch(word -> FailureText.says(each, word)));
    }
}
