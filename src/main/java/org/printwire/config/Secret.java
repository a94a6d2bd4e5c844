package org.printwire.config;

/**
 * A text that must never be shown: {@link #toString()} gives {@code ***}. Whoever needs the text itself says so by
 * calling {@link #reveal()}, and does it at the last moment.
 */
public final class Secret {

    public static final Secret NONE = new Secret("");

    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /** The text in clear. Never log it, never put it into an exception. */
    public String reveal() {
        return text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "" : "***";
    }
}
