package org.printwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedStreamTest {
    private final HostThreads threads = new HostThreads((thread, bug) -> {
        throw new AssertionError(bug);
    });

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_003})
    void the_reader_has_the_bytes_and_the_hash_is_theirs(int length) throws IOException, NoSuchAlgorithmException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        HashedStream in = new HashedStream(new ByteArrayInputStream(bytes), "SHA-1", threads);

        assertThat(in.readAllBytes()).isEqualTo(bytes);
        assertThat(in.hex()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes)));
    }

    @Test
    void what_is_read_singly_or_skipped_is_in_the_hash() throws IOException {
        HashedStream in = new HashedStream(new ByteArrayInputStream("abc".getBytes("US-ASCII")), "SHA-1", threads);

        assertThat(in.read()).isEqualTo('a');
        assertThat(in.skip(1)).isEqualTo(1);
        assertThat(in.read()).isEqualTo('c');
        assertThat(in.read()).isEqualTo(-1);
        // FIPS 180's own example.
        assertThat(in.hex()).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    }

    @Test
    void a_read_that_fails_ends_the_thread_with_the_stream() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("no disk");
            }
        };
        HashedStream in = new HashedStream(broken, "SHA-1", threads);

        assertThatThrownBy(in::readAllBytes).hasMessage("no disk");
        in.close();
        assertThat(in.hex()).isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
    }
}
