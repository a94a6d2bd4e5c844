package org.printwire.checkpoint;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.printwire.stream.Insertion;

/**
 * An entry as one line of text: eight digits of a checksum (CRC-32), a blank, and {@code key=value} pairs as in an HTML form.
 * Not JSON: a print without webhooks loads no library for it.
 */
final class EntryText {

    private static final int CHECK_DIGITS = 8;
    private static final String CAPABILITY = "cap.";

    private EntryText() {}

    /** With its line end. */
    static String of(Entry entry) {
        String pairs = object(entry).entrySet().stream().filter(pair -> pair.getValue() != null)
                .map(pair -> pair.getKey() + '=' + URLEncoder.encode(pair.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return check(pairs) + ' ' + pairs + '\n';
    }

    /** The entry; empty: the line is torn or was changed. */
    static Optional<Entry> parse(String line) {
        if (line.length() <= CHECK_DIGITS || !line.startsWith(check(line.substring(CHECK_DIGITS + 1)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(entry(pairs(line.substring(CHECK_DIGITS + 1))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            // Whole, but of another version of the program, say: it cannot be relied on either.
            return Optional.empty();
        }
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            pairs.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return pairs;
    }

    private static String check(String pairs) {
        CRC32 sum = new CRC32();
        sum.update(pairs.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }

    private static Map<String, Object> object(Entry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (entry instanceof Entry.Begun begun) {
            object.put("begun", begun.at().toString());
            object.put("file", begun.file());
            object.put("name", begun.name());
            object.put("bytes", begun.bytes());
            object.put("commands", begun.commands());
            object.put("sha1", begun.sha1());
            object.put("port", begun.port());
            object.put("baud", begun.baud());
            object.put("profile", begun.profile());
            object.put("maxLineBytes", begun.maxLineBytes());
            object.put("firmware", begun.firmware());
            object.put("machine", begun.machine());
            object.put("uuid", begun.uuid());
            begun.capabilities().forEach((name, on) -> object.put(CAPABILITY + name, on));
            object.put("temperaturesInOk", begun.temperaturesInOk());
            object.put("firstLine", begun.firstLine());
        } else if (entry instanceof Entry.Inserted inserted) {
            object.put("inserted", inserted.insertion().number());
            object.put("text", inserted.insertion().text());
            object.put("purpose", inserted.insertion().purpose().name());
        } else if (entry instanceof Entry.Mark mark) {
            object.put("mark", mark.number());
            object.put("line", mark.fileLine());
            object.put("offset", mark.offset());
            object.put("z", mark.z());
            object.put("seconds", mark.seconds());
        } else if (entry instanceof Entry.Standing standing) {
            object.put("paused", standing.paused());
        } else if (entry instanceof Entry.Ended ended) {
            object.put("ended", ended.how());
            object.put("resumable", ended.resumable());
        }
        return object;
    }

    private static Entry entry(Map<String, String> pairs) {
        if (pairs.containsKey("begun")) {
            return begun(pairs);
        }
        if (pairs.containsKey("inserted")) {
            return new Entry.Inserted(new Insertion(number(pairs, "inserted"), text(pairs, "text"),
                    Insertion.Purpose.valueOf(text(pairs, "purpose"))));
        }
        if (pairs.containsKey("mark")) {
            return new Entry.Mark(number(pairs, "mark"), number(pairs, "line"), number(pairs, "offset"),
                    pairs.containsKey("z") ? Double.valueOf(pairs.get("z")) : null, Double.parseDouble(text(pairs, "seconds")));
        }
        if (pairs.containsKey("paused")) {
            return new Entry.Standing(flag(pairs, "paused"));
        }
        return new Entry.Ended(flag(pairs, "resumable"), text(pairs, "ended"));
    }

    private static Entry.Begun begun(Map<String, String> pairs) {
        Map<String, Boolean> capabilities = new TreeMap<>();
        pairs.keySet().stream().filter(key -> key.startsWith(CAPABILITY))
                .forEach(key -> capabilities.put(key.substring(CAPABILITY.length()), flag(pairs, key)));
        return new Entry.Begun(Instant.parse(text(pairs, "begun")), text(pairs, "file"), text(pairs, "name"),
                number(pairs, "bytes"), number(pairs, "commands"), text(pairs, "sha1"), text(pairs, "port"),
                (int) number(pairs, "baud"), text(pairs, "profile"), (int) number(pairs, "maxLineBytes"), text(pairs, "firmware"),
                text(pairs, "machine"), text(pairs, "uuid"), capabilities, flag(pairs, "temperaturesInOk"),
                number(pairs, "firstLine"));
    }

    private static long number(Map<String, String> pairs, String key) {
        return Long.parseLong(text(pairs, key));
    }

    private static boolean flag(Map<String, String> pairs, String key) {
        String written = text(pairs, key);
        if (!written.equals("true") && !written.equals("false")) {
            throw new IllegalArgumentException(key + " is " + written);
        }
        return written.equals("true");
    }

    private static String text(Map<String, String> pairs, String key) {
        String value = pairs.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is not there: " + pairs);
        }
        return value;
    }
}
