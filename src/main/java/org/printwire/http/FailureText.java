package org.printwire.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.printwire.http.CallTrace.Stage;

/**
 * What an exception of the network means, for people. Its own text is looked at, but never shown: it may quote the
 * address, or what the other side said.
 */
final class FailureText {

    /** So much the client reads of an answer's headers; it reports how much of a line it has got. */
    private static final int MOST_HEADER_BYTES = 256 * 1024;
    private static final Pattern GOT = Pattern.compile("limit=(\\d+) content=(\\p{XDigit}*)");

    private FailureText() {}

    static String of(IOException failure, Stage stage, String site, HttpRequestSpec spec) {
        if (failure instanceof InterruptedIOException) {
            return timeout(failure, stage, site, spec.limit());
        }
        List<Throwable> all = all(failure);
        UnknownHostException unknown = first(all, UnknownHostException.class);
        if (unknown != null) {
            return says(unknown, "temporary failure")
                    ? site + " cannot be looked up: the name service does not answer; is the network up?"
                    : site + " is not known to the name service";
        }
        SSLException tls = first(all, SSLException.class);
        if (tls != null) {
            return TlsFailureText.of(all, site, spec.tls());
        }
        if (stage == Stage.TLS) {
            return TlsFailureText.brokenOff(site);
        }
        if (stage.compareTo(Stage.TLS) < 0) {
            return unconnected(failure, all, site);
        }
        return broken(failure, all, site);
    }

    private static String timeout(IOException failure, Stage stage, String site, Duration limit) {
        if (says(failure, "interrupted")) {
            return brokenOff(site);
        }
        if (stage == Stage.CONNECT && failure instanceof SocketTimeoutException) {
            return site + " cannot be reached: nothing answers there";
        }
        String within = " within " + (limit.toMillis() % 1000 == 0
                ? limit.toSeconds() + " s" : limit.toMillis() + " ms");
        return switch (stage) {
            case LOOKUP -> "the name service did not find " + site + within;
            case CONNECT -> site + " cannot be reached: nothing answered there" + within;
            case TLS -> site + " did not finish the TLS handshake" + within;
            case SEND -> site + " did not take the request" + within;
            case WAIT -> site + " did not answer" + within;
        };
    }

    private static String unconnected(IOException failure, List<Throwable> all, String site) {
        if (all.stream().anyMatch(each -> says(each, "refused"))) {
            return site + " refuses the connection";
        }
        if (first(all, NoRouteToHostException.class) != null || all.stream().anyMatch(each -> says(each, "unreachable"))) {
            return site + " cannot be reached: there is no way there; is the network up?";
        }
        if (first(all, SocketTimeoutException.class) != null || failure instanceof ConnectException) {
            return site + " cannot be reached";
        }
        if (says(failure, "canceled")) {
            return brokenOff(site);
        }
        // A reset may be noticed while the new connection is still being set up.
        return first(all, SocketException.class) != null ? brokenUnanswered(site) : unknown(failure, site);
    }

    private static String brokenUnanswered(String site) {
        return site + " broke the connection before it had answered";
    }

    private static String broken(IOException failure, List<Throwable> all, String site) {
        EOFException end = first(all, EOFException.class);
        if (end != null) {
            return ended(end, site);
        }
        if (failure instanceof ProtocolException) {
            return site + " answered with something that is not HTTP; is it the right port?";
        }
        if (says(failure, "canceled") || says(failure, "socket closed")) {
            return brokenOff(site);
        }
        return first(all, SocketException.class) != null
                ? brokenUnanswered(site)
                : unknown(failure, site);
    }

    private static String ended(EOFException end, String site) {
        Matcher got = GOT.matcher(String.valueOf(end.getMessage()));
        if (!got.find()) {
            return site + " broke off in the middle of its answer";
        }
        if (got.group(2).startsWith("1503")) {   // a TLS alert
            return site + " speaks TLS at this port; write https://";
        }
        int bytes = Integer.parseInt(got.group(1));
        if (bytes == 0) {
            return site + " closed the connection before it had answered";
        }
        return bytes > MOST_HEADER_BYTES / 2
                ? site + " answered with headers that are too long"
                : site + " broke off in the middle of its answer";
    }

    private static String brokenOff(String site) {
        return "the call to " + site + " was broken off";
    }

    private static String unknown(IOException failure, String site) {
        return "the connection to " + site + " broke (" + failure.getClass().getSimpleName() + ")";
    }

    /** The failure, what it came from, and what else was tried. */
    private static List<Throwable> all(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable each = failure; each != null && all.size() < 50; each = each.getCause()) {
            all.add(each);
            for (Throwable other : each.getSuppressed()) {
                all.addAll(all(other));
            }
        }
        return all;
    }

    private static <T extends Throwable> T first(List<Throwable> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
    }

    static boolean says(Throwable failure, String word) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains(word);
    }
}
