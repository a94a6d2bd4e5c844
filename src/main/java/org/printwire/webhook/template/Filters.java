package org.printwire.webhook.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The filters by name. */
final class Filters {

    private static final List<String> NAMES = List.of("default", "duration", "html", "isotime", "json", "localtime",
            "lower", "round", "short", "slack", "upper", "url");
    private static final Set<String> WITH_ARGUMENT = Set.of("default", "localtime", "round", "short");
    private static final Filter NONE = value -> value;

    /** One object, so that it is known where it has been. */
    static final Filter URL = UrlEncoding::filter;

    private Filters() {}

    static boolean takesArgument(String name) {
        return WITH_ARGUMENT.contains(name);
    }

    /** Adds to the problems, and gives one that does nothing, where there is no such filter. */
    static Filter of(String name, String argument, ZoneId zone, List<String> problems) {
        return switch (name) {
            case "default" -> fallback(argument, problems);
            case "duration" -> DurationText::of;
            case "html" -> value -> html(Rules.PLAIN.text(value));
            case "isotime" -> InstantValue::utc;
            case "json" -> Rules.PLAIN::json;
            case "localtime" -> LocalTime.filter(argument, zone, problems);
            case "lower" -> value -> Rules.PLAIN.text(value).toLowerCase(Locale.ROOT);
            case "round" -> round(argument, problems);
            case "short" -> ShortText.filter(argument, problems);
            case "slack" -> value -> slack(Rules.PLAIN.text(value));
            case "upper" -> value -> Rules.PLAIN.text(value).toUpperCase(Locale.ROOT);
            case "url" -> URL;
            default -> {
                problems.add("there is no filter '" + name + "'; write one of " + String.join(", ", NAMES));
                yield NONE;
            }
        };
    }

    private static Filter fallback(String argument, List<String> problems) {
        if (argument == null) {
            problems.add("the filter default needs a text; write default:TEXT or default:'A TEXT'");
            return NONE;
        }
        return value -> value == null || "".equals(value) ? argument : value;
    }

    private static Filter round(String argument, List<String> problems) {
        if (argument != null && !argument.matches("[0-9]")) {
            problems.add("the filter round cannot have '" + argument + "'; write round:N, N from 0 to 9 decimals");
            return NONE;
        }
        int decimals = argument == null ? 0 : Integer.parseInt(argument);
        return value -> {
            BigDecimal number = NumberValue.of(value);
            if (number == null) {
                return value;
            }
            BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
            return decimals == 0 ? NumberValue.whole(rounded) : (Object) rounded.doubleValue();
        };
    }

    private static String html(String text) {
        return slack(text).replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
