package org.printwire.sim;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How faults are written: {@code corrupt-in=0.001}, {@code unplug-at=40:2.5:reset}. */
final class FaultText {
    private static final Duration FOR_EVER = Duration.ZERO;
    private static final Duration POWER_OUT = Duration.ofSeconds(5);
    private static final Duration DEAF = Duration.ofSeconds(1);

    /** What follows the equals sign. */
    private interface Reader {
        Fault read(String head, String tail);
    }

    private record Form(String syntax, Reader reader) {}

    private static final Map<String, Form> FORMS = forms();

    /** Every name with its form, separated by {@code ", "}. */
    static final String SYNTAX = FORMS.entrySet().stream().map(form -> form.getKey() + "=" + form.getValue().syntax)
            .collect(Collectors.joining(", "));

    private FaultText() {}

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        for (Fault.Chance.Kind kind : Fault.Chance.Kind.values()) {
            forms.put(kind.text(), new Form("RATE", (rate, none) -> new Fault.Chance(kind, Double.parseDouble(rate + none))));
        }
        forms.put("hang-at", new Form("LINE[:SECONDS]", (line, span) ->
                new Fault.HangAt(number(line), span(span, FOR_EVER))));
        forms.put("hang-busy-at", new Form("LINE[:SECONDS]", (line, span) ->
                new Fault.HangBusyAt(number(line), span(span, FOR_EVER))));
        forms.put("overflow-at", new Form("LINE[:SECONDS]", (line, span) ->
                new Fault.OverflowAt(number(line), span(span, DEAF))));
        forms.put("storm-at", new Form("LINE:COUNT", (line, count) ->
                new Fault.StormAt(number(line), Math.toIntExact(number(count)))));
        forms.put("reset-at", new Form("LINE", (line, none) -> new Fault.ResetAt(number(line + none))));
        forms.put("unplug-at", new Form("LINE[:SECONDS[:reset]]", FaultText::unplug));
        forms.put("panic-at", new Form("LINE[:SECONDS]", (line, span) ->
                new Fault.PanicAt(number(line), span(span, POWER_OUT))));
        for (Fault.HappensAt.Happening happening : Fault.HappensAt.Happening.values()) {
            forms.put(happening.text(), new Form("LINE", (line, none) ->
                    new Fault.HappensAt(number(line + none), happening)));
        }
        forms.put("error-at", new Form("LINE:TEXT", (line, text) ->
                new Fault.ErrorAt(number(line), text.isEmpty() ? "Simulated error." : text)));
        forms.put("slow-reader", new Form("BYTES_PER_SECOND", (rate, none) ->
                new Fault.SlowReader(Math.toIntExact(number(rate + none)))));
        return forms;
    }

    /** @throws IllegalArgumentException with a text for the user */
    static Fault parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 1);
        Form form = FORMS.get(name);
        if (form == null) {
            throw new IllegalArgumentException("unknown fault '" + name + "'; known are " + SYNTAX);
        }
        int colon = value.indexOf(':');
        try {
            return colon < 0 ? form.reader.read(value, "")
                    : form.reader.read(value.substring(0, colon), value.substring(colon + 1));
        } catch (NumberFormatException | ArithmeticException bad) {
            throw new IllegalArgumentException("fault '" + text + "' has no usable value; write " + name + "="
                    + form.syntax);
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("fault '" + text + "': " + bad.getMessage());
        }
    }

    private static Fault unplug(String line, String rest) {
        boolean resets = rest.endsWith(":reset");
        String span = resets ? rest.substring(0, rest.length() - ":reset".length()) : rest;
        return new Fault.UnplugAt(number(line), span(span, FOR_EVER), resets);
    }

    private static Duration span(String seconds, Duration otherwise) {
        return seconds.isEmpty() ? otherwise : Duration.ofNanos(Math.round(Double.parseDouble(seconds) * 1e9));
    }

    private static long number(String text) {
        long value = Long.parseLong(text);
        if (value < 1) {
            throw new IllegalArgumentException(value + " is below 1");
        }
        return value;
    }
}
