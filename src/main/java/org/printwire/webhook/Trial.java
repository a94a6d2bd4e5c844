package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.camera.Jpeg;
import org.printwire.http.HttpAnswer;
import org.printwire.http.Wire;
import org.printwire.time.Time;

/**
 * Sends a delivery once, outside of the outbox, and tells all about it: what {@code printwire webhook test} is. Uses the
 * real token call and the real receiver. No text that comes out of it holds a secret. One thread.
 */
public final class Trial {

    private static final int MOST_CHARACTERS = 4000;
    private static final String FROM_THE_ANSWER = "***";

    private final Webhook webhook;
    private final Wire wire;
    private final Time time;
    private final Sender sender;

    public Trial(Webhook webhook, Wire wire, Time time) {
        this.webhook = webhook;
        this.wire = wire;
        this.time = time;
        this.sender = new Sender(webhook, wire, time);
    }

    /**
     * What came of it.
     *
     * @param request as it was sent, line by line; empty if there was none, for want of a token
     * @param answer  its status and body, line by line; empty if there was none
     * @param wrong   what is wrong, in plain words; empty: nothing
     * @param taken   the receiver took it
     */
    public record Result(List<String> request, List<String> answer, List<String> wrong, boolean taken) {}

    /** The request as it would be sent; asks for no token and sends nothing. */
    public List<String> show(Delivery delivery, Optional<Jpeg> picture) {
        Map<String, Object> answer = new LinkedHashMap<>();
        webhook.request().names().stream().filter(name -> !Parameters.NAMES.contains(name))
                .forEach(name -> answer.put(name, FROM_THE_ANSWER));
        Sender.Outgoing.Ready ready = sender.ready(delivery, 1, picture,
                webhook.settings().oauth() == null ? Map.of() : answer, false);
        return RequestText.lines(ready.spec(), ready.mask());
    }

    /** Sends it. */
    public Result send(Delivery delivery, Optional<Jpeg> picture) {
        Sender.Outgoing outgoing = sender.outgoing(delivery, 1, picture);
        if (outgoing instanceof Sender.Outgoing.Refused refused) {
            return new Result(List.of(), List.of(), List.of(refused.reason()), false);
        }
        Sender.Outgoing.Ready ready = (Sender.Outgoing.Ready) outgoing;
        long begin = time.nanos();
        HttpAnswer answer = wire.call(ready.spec());
        Duration took = Duration.ofNanos(time.nanos() - begin);
        boolean taken = answer instanceof HttpAnswer.Answered answered
                && answered.status() >= 200 && answered.status() <= 399;
        return new Result(RequestText.lines(ready.spec(), ready.mask()), lines(answer, took, ready.mask()),
                Diagnosis.of(ready.spec(), delivery.picture() != null && picture.isEmpty(), answer), taken);
    }

    private static List<String> lines(HttpAnswer answer, Duration took, SecretMask mask) {
        if (!(answer instanceof HttpAnswer.Answered answered)) {
            return List.of();
        }
        String body = mask.mask(new String(answered.body(), UTF_8));
        String shown = body.length() > MOST_CHARACTERS ? body.substring(0, MOST_CHARACTERS) + "…" : body;
        String first = answered.status() + " in " + took.toMillis() + " ms"
                + answered.contentType().map(type -> ", " + mask.mask(type)).orElse("");
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), shown.lines()).toList();
    }
}
