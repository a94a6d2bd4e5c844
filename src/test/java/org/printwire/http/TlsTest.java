package org.printwire.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.http.Calls.SECRET;
import static org.printwire.http.Calls.answered;
import static org.printwire.http.Calls.passing;
import static org.printwire.http.Calls.permanent;
import static org.printwire.http.Calls.post;
import static org.printwire.http.Calls.with;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.testing.VirtualTime;

@Timeout(30)
class TlsTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Tls ANYBODY = new Tls(false, null);
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).commonName("home").build();
    private static final HeldCertificate OTHER_AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).commonName("elsewhere").build();

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private final OkHttpWire wire =
            new OkHttpWire(new VirtualTime(), host -> List.of(InetAddress.getByName("127.0.0.1")));

    @AfterEach
    void stop() {
        wire.close();
        server.close();
    }

    @Test
    void a_certificate_from_the_users_own_authority_is_believed() throws IOException {
        serve(certificate().signedBy(AUTHORITY).build());

        assertThat(answered(call(file("ca.pem", AUTHORITY.certificatePem()))).status()).isEqualTo(200);
    }

    @Test
    void a_self_signed_certificate_can_be_its_own_authority() throws IOException {
        HeldCertificate self = certificate().build();
        serve(self);

        assertThat(answered(call(file("self.pem", self.certificatePem()))).status()).isEqualTo(200);
    }

    @Test
    void the_file_may_hold_several_certificates_and_other_things() throws IOException {
        serve(certificate().signedBy(AUTHORITY).build());

        assertThat(answered(call(file("ca.pem", "# J\u00f6rg's - own\n" + OTHER_AUTHORITY.privateKeyPkcs8Pem()
                + OTHER_AUTHORITY.certificatePem() + "\r\nsubject=home\n"
                + AUTHORITY.certificatePem().replace("\n", "\r\n")))).status()).isEqualTo(200);
    }

    @Test
    void the_users_authorities_take_the_place_of_the_systems() throws IOException {
        serve(certificate().signedBy(AUTHORITY).build());
        Tls others = file("other.pem", OTHER_AUTHORITY.certificatePem());

        assertThat(passing(call(others))).isEqualTo("the certificate of " + site()
                + " is not from an authority in caFile " + others.authority());
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void an_unknown_authority_is_told_with_what_to_do() throws IOException {
        serve(certificate().signedBy(AUTHORITY).build());

        assertThat(passing(call(Tls.USUAL))).isEqualTo("the certificate of " + site()
                + " is self-signed or from an authority that this machine does not know; write caFile: with the"
                + " authority's certificate, or verifyTls: false");
    }

    @Test
    void a_self_signed_certificate_is_told_the_same() throws IOException {
        serve(certificate().build());

        assertThat(passing(call(Tls.USUAL))).contains("is self-signed or from an authority");
    }

    @ParameterizedTest
    @CsvSource({
        "-20, -10, has expired; is this machine's clock right?",
        "10,   20, is not valid yet; is this machine's clock right?"
    })
    void a_certificate_out_of_its_time_is_told(int from, int to, String told) throws IOException {
        long now = System.currentTimeMillis();
        serve(certificate().validityInterval(now + from * DAY, now + to * DAY).signedBy(AUTHORITY).build());

        assertThat(passing(call(file("ca.pem", AUTHORITY.certificatePem()))))
                .isEqualTo("the certificate of " + site() + " " + told);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_certificate_for_another_host_is_told() throws IOException {
        serve(new HeldCertificate.Builder().addSubjectAlternativeName("b.example").signedBy(AUTHORITY).build());

        assertThat(passing(call(file("ca.pem", AUTHORITY.certificatePem()))))
                .isEqualTo("the certificate of " + site() + " is for another host");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void without_verification_any_certificate_of_any_host_will_do() throws IOException {
        long now = System.currentTimeMillis();
        serve(new HeldCertificate.Builder().addSubjectAlternativeName("b.example")
                .validityInterval(now - 20 * DAY, now - 10 * DAY).build());

        assertThat(answered(call(ANYBODY)).status()).isEqualTo(200);
    }

    @Test
    void whom_one_webhook_believes_does_not_matter_to_another() throws IOException {
        serve(certificate().build());
        server.enqueue(new MockResponse.Builder().build());

        answered(call(ANYBODY));

        passing(call(Tls.USUAL));
        answered(call(ANYBODY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            absent.pem  |                                                      | does not exist
            empty.pem   | ''                                                   | holds no certificate (-----BEGIN CERTIFICATE-----)
            key.pem     | -----BEGIN PRIVATE KEY-----                          | holds no certificate (-----BEGIN CERTIFICATE-----)
            broken.pem  | -----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE----- | is damaged: certificate 1 in it cannot be read
            .           |                                                      | is a directory
            """)
    void a_file_without_authorities_is_a_permanent_failure(String name, String text, String told) throws IOException {
        Path file = folder.resolve(name);
        if (text != null) {
            Files.writeString(file, text);
        }

        assertThat(permanent(wire.call(with(post("https://a.example/" + SECRET), new Tls(true, file)))))
                .isEqualTo("caFile " + file + " " + told);
    }

    @Test
    void a_file_that_comes_later_is_read_then() throws IOException {
        serve(certificate().signedBy(AUTHORITY).build());
        Tls tls = new Tls(true, folder.resolve("ca.pem"));
        permanent(call(tls));

        file("ca.pem", AUTHORITY.certificatePem());

        answered(call(tls));
    }

    @Test
    void a_port_without_tls_is_told() throws Exception {
        try (RawServer raw = RawServer.of(socket -> {
            socket.getInputStream().read();
            RawServer.write(socket.getOutputStream(), "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            socket.getInputStream().readAllBytes();
        })) {
            assertThat(passing(wire.call(post("https://" + raw.site() + "/" + SECRET))))
                    .isEqualTo(raw.site() + " does not speak TLS at this port; write http:// if that is meant");
        }
    }

    @Test
    void a_server_that_breaks_off_the_handshake_is_told() throws IOException {
        server.enqueue(new MockResponse.Builder().failHandshake().build());
        serve(certificate().build());

        assertThat(passing(call(ANYBODY))).isEqualTo("TLS with " + site() + " failed");
    }

    @Test
    void a_server_that_hangs_up_at_once_is_told() throws Exception {
        try (RawServer raw = RawServer.of(socket -> socket.getInputStream().read())) {
            assertThat(passing(wire.call(post("https://" + raw.site() + "/" + SECRET))))
                    .isEqualTo(raw.site() + " broke off the TLS handshake; does it speak TLS at this port?");
        }
        try (RawServer raw = RawServer.of(socket -> {
            socket.getInputStream().read();   // a reset before that may come before the handshake has begun
            RawServer.reset(socket);
        })) {
            assertThat(passing(wire.call(post("https://" + raw.site() + "/" + SECRET))))
                    .isEqualTo(raw.site() + " broke off the TLS handshake; does it speak TLS at this port?");
        }
    }

    @Test
    void a_handshake_that_stalls_ends_at_the_limit() throws Exception {
        try (RawServer raw = RawServer.of(socket -> socket.getInputStream().readAllBytes())) {
            assertThat(passing(wire.call(post("https://" + raw.site() + "/" + SECRET, Duration.ofMillis(500)))))
                    .isEqualTo(raw.site() + " did not finish the TLS handshake within 500 ms");
        }
    }

    @Test
    void no_cipher_in_common_is_told() throws Exception {
        HandshakeCertificates certificates =
                new HandshakeCertificates.Builder().heldCertificate(certificate().rsa2048().build()).build();
        try (RawServer raw = RawServer.of(socket -> {
            SSLSocket tls = (SSLSocket) certificates.sslSocketFactory().createSocket(socket, null, true);
            tls.setUseClientMode(false);
            tls.setEnabledProtocols(new String[] {"TLSv1.2"});
            tls.setEnabledCipherSuites(new String[] {"TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"});
            tls.startHandshake();
        })) {
            assertThat(passing(wire.call(with(post("https://" + raw.site() + "/" + SECRET), ANYBODY))))
                    .isEqualTo(raw.site() + " speaks no version or cipher of TLS that is still safe (it takes 1.2 or 1.3)");
        }
    }

    private HttpAnswer call(Tls tls) {
        return wire.call(with(post("https://" + site() + "/hook/" + SECRET), tls));
    }

    private static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().addSubjectAlternativeName("a.example");
    }

    private void serve(HeldCertificate certificate) throws IOException {
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory());
        server.enqueue(new MockResponse.Builder().build());
        server.start();
    }

    private Tls file(String name, String pem) throws IOException {
        return new Tls(true, Files.writeString(folder.resolve(name), pem, UTF_8));
    }

    private String site() {
        return "a.example:" + server.getPort();
    }
}
