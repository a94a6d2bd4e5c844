package org.printwire.marlin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.printwire.marlin.Reply.Firmware;

/**
 * The answer to M115: {@code KEY:value KEY:value}. A key is in capitals, digits and underscores, begins with a capital
 * and stands at the beginning or behind a blank; a value goes on to the next key. Malyan writes {@code NAME. Malyan}.
 * Prusa MK3 3.14 ends the line with {@code EXTRUDER_COUNT:1Cap:AUTOREPORT_TEMP:1}.
 */
final class FirmwareParser {

    private static final String CAPABILITY = "Cap:";

    private FirmwareParser() {}

    static Optional<Firmware> read(String text) {
        boolean about = text.contains("FIRMWARE_NAME:") || text.startsWith("NAME:") || text.startsWith("NAME.");
        if (!about) {
            return Optional.empty();
        }
        int cap = text.indexOf(CAPABILITY);
        String told = cap < 0 ? text : text.substring(0, cap);
        String capabilities = cap < 0 ? "" : text.substring(cap);
        return Optional.of(new Firmware(new FirmwareReport(fields(told)), CapabilityParser.all(capabilities)));
    }

    static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        String key = null;
        int valueBegin = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = keyEnd(text, at);
            if (end < 0) {
                continue;
            }
            if (key != null) {
                fields.put(key, text.substring(valueBegin, at).strip());
            }
            key = text.substring(at, end);
            valueBegin = end + 1;
            at = end;
        }
        if (key != null) {
            fields.put(key, text.substring(valueBegin).strip());
        }
        return fields;
    }

    /** The place of the colon behind a key that begins here, -1 if none does. */
    private static int keyEnd(String text, int at) {
        boolean free = at == 0 || Cursor.blank(text.charAt(at - 1));
        if (!free || !capital(text.charAt(at))) {
            return -1;
        }
        int end = at;
        while (end < text.length() && keyCharacter(text.charAt(end))) {
            end++;
        }
        if (end == text.length()) {
            return -1;
        }
        boolean malyan = text.charAt(end) == '.' && text.substring(at, end).equals("NAME");
        return text.charAt(end) == ':' || malyan ? end : -1;
    }

    private static boolean keyCharacter(char c) {
        return capital(c) || Cursor.digit(c) || c == '_';
    }

    private static boolean capital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
