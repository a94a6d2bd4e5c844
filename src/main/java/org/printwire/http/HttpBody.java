package org.printwire.http;

/**
 * What a request carries. The content type goes out exactly as given. The array is handed over, not copied.
 * {@link #toString()} tells the size only, since bodies hold secrets.
 */
public record HttpBody(String contentType, byte[] bytes) {

    @Override
    public String toString() {
        return contentType + ", " + bytes.length + " bytes";
    }
}
