package org.printwire.webhook.template;

/**
 * What is done to a value before it is put in: {@code @name|filter}, {@code @name|filter:argument},
 * {@code @name|filter:'argument with spaces'}, and several one behind the other. A value that a filter cannot handle
 * stays as it is.
 *
 * <table>
 * <tr><td>{@code default:text}</td><td>the text, where the value is missing, null or empty</td></tr>
 * <tr><td>{@code duration}</td><td>seconds as {@code 1d 3h}, {@code 1h 23m}, {@code 4m 10s}, {@code 12s}</td></tr>
 * <tr><td>{@code html}</td><td>text with {@code & < > " '} escaped</td></tr>
 * <tr><td>{@code isotime}</td><td>seconds since 1970, or a time with its offset as ISO 8601 has it, as
 *     {@code 2026-11-23T18:30:05Z} (RFC 3339 in UTC, whole seconds)</td></tr>
 * <tr><td>{@code json}</td><td>as JSON text, a text within quotes</td></tr>
 * <tr><td>{@code localtime}</td><td>seconds since 1970, or 2026-11-23T18:30:05Z, as {@code 2026-11-23 19:30} here;
 *     {@code localtime:'HH:mm'} in a form of one's own (of Java's DateTimeFormatter)</td></tr>
 * <tr><td>{@code lower}, {@code upper}</td><td>in small, in capital letters</td></tr>
 * <tr><td>{@code round}, {@code round:1}</td><td>a number without, with at most one decimal (up to 9)</td></tr>
 * <tr><td>{@code short:200}</td><td>at most that many characters of Unicode, the last of them {@code …} where
 *     something was cut off. Escape behind it, not before ({@code |short:200|html}), or an escape may be cut in
 *     two</td></tr>
 * <tr><td>{@code slack}</td><td>text with {@code & < >} escaped, and nothing else, as Slack wants it</td></tr>
 * <tr><td>{@code url}</td><td>percent-encoded, every character that means something in a web address</td></tr>
 * </table>
 */
@FunctionalInterface
public interface Filter {

    /** Never throws. */
    Object apply(Object value);
}
