package org.printwire.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MultipartFormTest {

    @Test
    void fields_and_file_come_in_their_order() {
        HttpBody body = new MultipartForm("b-1").field("topic", "Größe").field("e", "")
                .file("snapshot", "snapshot.jpg", "image/jpeg", new byte[] {'J', '\r', '\n'}).body();

        assertThat(body.contentType()).isEqualTo("multipart/form-data; boundary=b-1");
        assertThat(body.bytes()).asString(UTF_8).isEqualTo("""
                --b-1
                Content-Disposition: form-data; name="topic"

                Größe
                --b-1
                Content-Disposition: form-data; name="e"


                --b-1
                Content-Disposition: form-data; name="snapshot"; filename="snapshot.jpg"
                Content-Type: image/jpeg

                J

                --b-1--
                """.replace("\n", "\r\n"));
    }

    @Test
    void a_name_cannot_break_out_of_its_header() {
        HttpBody body = new MultipartForm("b").field("a\"\r\nX: 1", "v").body();

        assertThat(body.bytes()).asString(UTF_8).contains("name=\"a%22%0D%0AX: 1\"");
    }
}
