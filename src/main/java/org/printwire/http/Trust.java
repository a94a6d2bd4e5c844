package org.printwire.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Whom a TLS connection believes, other than the system's authorities. */
record Trust(SSLSocketFactory sockets, X509TrustManager manager) {

    private static final long MOST_BYTES = 10 << 20;
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    /** Whatever certificate it is. */
    static Trust everybody() {
        return of(new Everybody());
    }

    /** @throws UnusableAuthority there is no certificate to be had in that file */
    static Trust authority(Path file) throws UnusableAuthority {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            Matcher certificates = CERTIFICATE.matcher(text(file));
            int count = 0;
            while (certificates.find()) {
                byte[] pem = certificates.group().getBytes(StandardCharsets.US_ASCII);
                store.setCertificateEntry("ca" + ++count, certificate(factory, pem, file, count));
            }
            if (count == 0) {
                throw new UnusableAuthority(file, "holds no certificate (-----BEGIN CERTIFICATE-----)");
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            return of((X509TrustManager) managers.getTrustManagers()[0]);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot keep certificates", e);
        }
    }

    private static X509Certificate certificate(CertificateFactory factory, byte[] pem, Path file, int number)
            throws UnusableAuthority {
        try {
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new UnusableAuthority(file, "is damaged: certificate " + number + " in it cannot be read");
        }
    }

    private static String text(Path file) throws UnusableAuthority {
        try {
            if (Files.isDirectory(file) || Files.size(file) > MOST_BYTES) {
                throw new UnusableAuthority(file, Files.isDirectory(file) ? "is a directory" : "is too long");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new UnusableAuthority(file, "does not exist");
        } catch (IOException e) {
            throw new UnusableAuthority(file, "cannot be read");
        }
    }

    private static Trust of(X509TrustManager manager) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return new Trust(context.getSocketFactory(), manager);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** The message is for people. */
    static final class UnusableAuthority extends Exception {
        private static final long serialVersionUID = 1;

        UnusableAuthority(Path file, String why) {
            super("caFile " + file + " " + why);
        }
    }

    /** The extended kind: on any other Java itself has a look at the certificate, and finds weak ones bad. */
    private static final class Everybody extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
