package org.printwire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * A multipart/form-data body (RFC 7578) in the order in which it is filled. Fields have no Content-Type of their own,
 * as receivers of the OctoPrint plugin are used to.
 */
public final class MultipartForm {

    private final String boundary;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param boundary letters, digits and hyphens, up to 70, that occur nowhere in the content */
    public MultipartForm(String boundary) {
        if (!boundary.matches("[0-9A-Za-z-]{1,70}")) {
            throw new IllegalArgumentException("not a boundary: " + boundary);
        }
        this.boundary = boundary;
    }

    public MultipartForm field(String name, String value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"\r\n\r\n");
        text(value + "\r\n");
        return this;
    }

    public MultipartForm file(String name, String fileName, String contentType, byte[] content) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"; filename=\""
                + quoted(fileName) + "\"\r\nContent-Type: " + contentType + "\r\n\r\n");
        bytes.writeBytes(content);
        text("\r\n");
        return this;
    }

    /** The finished body. The form is used up. */
    public HttpBody body() {
        text("--" + boundary + "--\r\n");
        return new HttpBody("multipart/form-data; boundary=" + boundary, bytes.toByteArray());
    }

    private void text(String text) {
        bytes.writeBytes(text.getBytes(UTF_8));
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
