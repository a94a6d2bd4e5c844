package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.printwire.http.HttpAnswer;
import org.printwire.http.HttpRequestSpec;

/** What an answer means for the one who set up the webhook, in plain words: what is wrong, and what to write. Pure. */
final class Diagnosis {

    private static final Pattern SAYS_NO = Pattern.compile("(?s)\\A\\s*\\{.*\"(ok|success)\"\\s*:\\s*false\\b.*");

    private Diagnosis() {}

    /**
     * Empty: the receiver took it, and nothing looks wrong. No secret is in it.
     *
     * @param bare the request should have had a picture and has none
     */
    static List<String> of(HttpRequestSpec request, boolean bare, HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Failed failed) {
            return List.of(failed.reason());
        }
        HttpAnswer.Answered answered = (HttpAnswer.Answered) answer;
        List<String> found = new ArrayList<>();
        if (bare) {
            found.add("no picture could be had, so it went without: check the camera, or give it"
                    + " more time by snapshotLimit");
        }
        redirects(request, answered, found);
        if (answered.status() >= 200 && answered.status() <= 399) {
            doubtful(answered, found);
        } else {
            found.add(refusal(request, answered.status()));
        }
        return found;
    }

    private static void redirects(HttpRequestSpec request, HttpAnswer.Answered answered, List<String> found) {
        for (HttpAnswer.Hop hop : answered.hops()) {
            boolean lost = !request.method().equals("GET") && hop.method().equals("GET");
            found.add("the receiver sent us on (" + hop.status() + ") to " + hop.site() + (lost
                    ? ", and the " + request.method() + " became a GET without its body, so it may have got nothing:"
                            + " write the new address as url"
                    : ": write the new address as url to save the detour"));
        }
    }

    private static void doubtful(HttpAnswer.Answered answered, List<String> found) {
        if (answered.contentType().filter(type -> type.startsWith("text/html")).isPresent()) {
            found.add("the answer is a web page: is this the address for messages, or that of a page for people?");
        }
        String head = new String(answered.body(), 0, Math.min(answered.body().length, 2000), UTF_8);
        if (SAYS_NO.matcher(head).matches()) {
            found.add("the status says yes, but the answer says no: read it above");
        }
    }

    private static String refusal(HttpRequestSpec request, int status) {
        return switch (status) {
            case 400, 422 -> "the receiver does not understand the request: its answer says what is missing or wrong in"
                    + " data";
            case 401, 403 -> "the receiver does not know you, or you may not do this: check apiSecret, the header"
                    + " Authorization, oauth, and the url";
            case 404 -> "there is nothing at this address: check the url, also its end";
            case 405 -> "the receiver does not want " + request.method() + ": write another method";
            case 406, 415 -> "the receiver wants another kind of body: check contentType, and whether it takes pictures"
                    + " (a @snapshot in data makes the body multipart/form-data)";
            case 408 -> "the receiver was tired of waiting for the request; it would be tried again";
            case 410 -> "the receiver says that it is gone for good; a real message would switch this webhook off";
            case 411, 413 -> "the body is too large for the receiver: leave out the picture, or meta";
            case 429 -> "too many messages for the receiver; it would be tried again. cooldown, progressInterval and"
                    + " progressGap make fewer";
            default -> status >= 500
                    ? "the receiver has trouble of its own; a real message would be tried again for days"
                    : "the receiver refuses it; a real message would not be tried again";
        };
    }
}
