package org.printwire.http;

/**
 * What a request carries. The array is handed over, not copied. {@link #toString()} tells the size only, since bodies
 * hold secrets.
 *
 * @param contentType goes out exactly as given, instead of any Content-Type among the headers; null: theirs counts
 */
public record HttpBody(String contentType, byte[] bytes) {

    @Override
    public String toString() {
        return (contentType == null ? "" : contentType + ", ") + bytes.length + " bytes";
    }
}
