package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MultipartFormTest {

    private static final String TYPE = "multipart/form-data; boundary=b1";

    @Test
    void fields_and_a_file_are_told_apart() {
        MultipartForm form = parse("--b1\r\nContent-Disposition: form-data; name=\"topic\"\r\nContent-Length: 4\r\n\r\n"
                + "D\u00f6ne\r\n--b1\r\nContent-Disposition: form-data; name=\"snapshot\"; filename=\"snapshot.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n\u00ff\r\n--b1--\r\n");
        assertThat(form.text("topic")).contains("D\u00f6ne");
        assertThat(form.text("snapshot")).isEmpty();
        assertThat(form.file().orElseThrow().fileName()).isEqualTo("snapshot.jpg");
    }

    @Test
    void a_quoted_boundary_is_understood() {
        MultipartForm form = MultipartForm.parse("multipart/form-data; boundary=\"b 1\"",
                "--b 1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--b 1--".getBytes(StandardCharsets.UTF_8));
        assertThat(form.text("a")).contains("");
    }

    @Test
    void a_body_that_is_cut_off_is_told() {
        assertThatThrownBy(() -> parse("--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhal"))
                .hasMessageContaining("cut off in part 1");
    }

    @Test
    void a_header_without_a_boundary_is_told() {
        assertThatThrownBy(() -> MultipartForm.parse("multipart/form-data", new byte[0]))
                .hasMessageContaining("without a boundary");
    }

    @Property
    void every_byte_of_a_picture_passes_unharmed(@ForAll byte[] picture) {
        byte[] head = "--qZ9\r\nContent-Disposition: form-data; name=\"s\"; filename=\"s.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--qZ9--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + picture.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(picture, 0, body, head.length, picture.length);
        System.arraycopy(tail, 0, body, head.length + picture.length, tail.length);
        assertThat(MultipartForm.parse("multipart/form-data; boundary=qZ9", body).file().orElseThrow().content())
                .isEqualTo(picture);
    }

    private static MultipartForm parse(String body) {
        return MultipartForm.parse(TYPE, body.getBytes(StandardCharsets.UTF_8));
    }
}
