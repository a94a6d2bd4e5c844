package org.printwire.webhook.template;

import java.util.Collection;
import java.util.Map;
import org.printwire.config.WebhookSection.Compat;
import org.printwire.json.DecimalText;
import org.printwire.json.Json;

/** How names are read and how values become text: printwire's way, or that of the OctoPrint-Webhooks plugin. */
public enum Rules {

    /**
     * A name ends before the first character that cannot be in one, {@code @@} is an {@code @}, filters follow by
     * {@code |}, numbers lead into lists. Values become text as JSON has them, null becomes nothing.
     */
    PLAIN {
        @Override
        public String text(Object value) {
            if (value instanceof String text) {
                return text;
            }
            if (value == null) {
                return "";
            }
            if (value instanceof Number number) {
                return DecimalText.plain(number);
            }
            return nested(value) ? json(value) : String.valueOf(value);
        }

        @Override
        public String json(Object value) {
            return Json.value(value);
        }
    },

    /** A name ends at a space or at the end. Values become text as Python's {@code str()} has them: None, True. */
    OCTOPRINT {
        @Override
        public String text(Object value) {
            return PythonText.str(value);
        }

        @Override
        public String json(Object value) {
            return PythonJson.of(value);
        }
    };

    public static Rules of(Compat compat) {
        return compat == Compat.OCTOPRINT ? OCTOPRINT : PLAIN;
    }

    /** A value within a text. */
    public abstract String text(Object value);

    /** A value as JSON on one line. */
    public abstract String json(Object value);

    /** A value where a text must stand alone, in a form or a header: maps and lists as JSON, others as {@link #text}. */
    public String field(Object value) {
        return nested(value) ? json(value) : text(value);
    }

    private static boolean nested(Object value) {
        return value instanceof Map || value instanceof Collection;
    }
}
