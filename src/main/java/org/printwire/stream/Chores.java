package org.printwire.stream;

import java.time.Duration;
import java.util.Optional;

/** What is sent now and then beside the job, without a number: one that gets lost is no matter. */
final class Chores {

    /** Prusa MK3 3.14 offers "Resume print" on its display only if an M79 came in the last 30 s. */
    static final Duration KEEP_ALIVE = Duration.ofSeconds(10);
    /** How often a printer that does not report temperatures by itself is asked. */
    static final Duration POLL = Duration.ofSeconds(5);

    private final LineProtocol protocol;
    private final Pauses pauses;
    private final Repeated keepAlive;
    private final Repeated temperatures;

    Chores(StreamSettings settings, LineProtocol protocol, Pauses pauses) {
        this.protocol = protocol;
        this.pauses = pauses;
        this.keepAlive = new Repeated(settings.keepAlive(), KEEP_ALIVE);
        this.temperatures = new Repeated(settings.pollTemperatures() ? "M105" : null, POLL);
    }

    /** The question for temperatures, if it is due and nothing is unanswered. */
    Optional<Action.Send> temperatures(long nanos) {
        return send(temperatures, nanos);
    }

    /** The question is due and can go out only when nothing is unanswered: no new line meanwhile. */
    boolean wantQuiet(long nanos) {
        return nanos >= temperatures.due() && protocol.ledger().head() != null;
    }

    /** What keeps the menu of a paused printer alive, if it is due and nothing is unanswered. */
    Optional<Action.Send> keepAlive(long nanos) {
        return pauses.paused() ? send(keepAlive, nanos) : Optional.empty();
    }

    /** The firmware does not know the command that is unanswered. */
    void unknownCommand() {
        keepAlive.unknown(protocol.ledger().head());
    }

    /** When something is due; {@link Long#MAX_VALUE}: nothing, or not before an answer comes. */
    long deadline() {
        if (!protocol.quiet()) {
            return Long.MAX_VALUE;
        }
        return pauses.paused() ? Math.min(temperatures.due(), keepAlive.due()) : temperatures.due();
    }

    private Optional<Action.Send> send(Repeated command, long nanos) {
        if (nanos < command.due()) {
            return Optional.empty();
        }
        Optional<Action.Send> send = protocol.bare(command.line(), nanos);
        send.ifPresent(sent -> command.sent(nanos));
        return send;
    }
}
