package org.printwire.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.marlin.FirmwareError;
import org.printwire.marlin.FirmwareReport;
import org.printwire.marlin.Frame;
import org.printwire.marlin.Reply;
import org.printwire.marlin.WireCode;

/**
 * From an opened port to a printer that is known: wakes it, asks who it is (M115), learns how it answers M105, and
 * switches on its temperature reports (M155) where it has them. Every line is numbered, so noise cannot turn one into
 * another command.
 *
 * <p>Pure: takes inputs and times, returns actions; ends with {@link Action.Ready} or {@link Action.Ended}. Used by one
 * thread.
 */
public final class Connector {

    /** Silence after the last answer, so that late answers do not count for the job. */
    static final Duration SETTLE = Duration.ofMillis(250);
    /** How long somebody has to come to the knob. */
    static final Duration KNOB_LIMIT = Duration.ofMinutes(10);
    /** An answer to M105 may get lost; a firmware that does not give temperatures with its ok is not asked for ever. */
    private static final int MOST_TEMPERATURE_QUESTIONS = 3;
    private static final Duration SILENCE_OF_COMMAND = Duration.ofSeconds(5);

    private final Handshake handshake = new Handshake();
    private final Halt halt = new Halt();
    private final LineProtocol protocol;
    private final Duration bootLimit;
    private final Questions questions = new Questions();
    private final Map<String, Boolean> capabilities = new LinkedHashMap<>();
    private final List<Action> actions = new ArrayList<>();
    private FirmwareReport firmware = new FirmwareReport(Map.of());
    private long giveUp;
    private long settled = Long.MAX_VALUE;
    private boolean asked;
    private boolean reportsAsked;
    private boolean temperaturesInOk;
    private int temperatureQuestions;
    private boolean kept;
    private boolean over;
    private long heardLines;
    private long noiseLines;

    /** @param bootLimit longest time from opening to the first answer, and from there until the printer is known */
    public Connector(Duration bootLimit) {
        this.bootLimit = bootLimit;
        this.protocol = new LineProtocol(WindowPolicy.ONE, new Stall(SILENCE_OF_COMMAND, false), WireCode.PLAIN);
    }

    /** Longest time from opening to the first answer, and from there until the printer is known. */
    public Duration bootLimit() {
        return bootLimit;
    }

    /** The port has just been opened. */
    public void opened(long nanos) {
        handshake.opened(nanos);
        halt.opened(nanos);
        giveUp = nanos + bootLimit.toNanos();
    }

    /** Takes one input and says what is to be done. Only {@link Input.Received} and {@link Input.Tick} matter here. */
    public List<Action> on(Input input, long nanos) {
        if (over) {
            return List.of();
        }
        if (input instanceof Input.Received received) {
            if (noise(received.text())) {
                noiseLines++;
            }
            received(received.reply(), nanos);
        }
        tick(nanos);
        List<Action> result = List.copyOf(actions);
        actions.clear();
        return result;
    }

    /** When a {@link Input.Tick} is due. */
    public long deadline() {
        long next = handshake.awake() ? Math.min(protocol.deadline(), settled) : handshake.deadline();
        return Math.min(halt.deadline(), Math.min(next, giveUp));
    }

    private void received(Reply reply, long nanos) {
        heardLines++;
        if (settled != Long.MAX_VALUE && reply instanceof Reply.Ok) {
            settled = nanos + SETTLE.toNanos();
        }
        learn(reply);
        halt.heard(reply, nanos);
        if (!halt.begun() && reply instanceof Reply.Busy busy && busy.kind() == Reply.Busy.Kind.PAUSED_FOR_USER) {
            waitForUser(nanos);
        }
        if (!handshake.awake()) {
            handshake.heard(reply, nanos);
            if (handshake.awake()) {
                protocol.restart();
                questions.add("M115", "M105");
                asked = true;
                giveUp = Math.max(giveUp, nanos + bootLimit.toNanos());
            }
        } else if (reply instanceof Reply.Start) {
            actions.add(new Action.Publish(new Event.PrinterReset(false)));
            asked = false;
            reportsAsked = false;
            settled = Long.MAX_VALUE;
            giveUp = nanos + bootLimit.toNanos();
            questions.clear();
            handshake.opened(nanos);
            handshake.heard(reply, nanos);
        } else if (reply instanceof Reply.Ok ok) {
            protocol.ok(ok, nanos);
        } else if (reply instanceof Reply.Resend resend) {
            protocol.request().asked(resend, nanos);
        } else if (reply instanceof Reply.Fault fault && Streamer.isRefusal(fault)) {
            protocol.request().refused(fault, nanos);
        } else if (reply instanceof Reply.ReceiveLoss || reply instanceof Reply.Wait) {
            protocol.lost();
        }
    }

    /** After M112, a wizard or a calibration fault MK3 boots into a screen that waits for its knob (recorded). */
    private void waitForUser(long nanos) {
        if (!kept) {
            kept = true;
            giveUp = Math.max(giveUp, nanos + KNOB_LIMIT.toNanos());
            actions.add(new Action.Publish(
                    new Event.UserActionNeeded("the printer shows a message and waits at its knob")));
        }
    }

    private void learn(Reply reply) {
        Reply content = reply instanceof Reply.Ok ok && ok.carried().isPresent() ? ok.carried().get() : reply;
        if (content instanceof Reply.Firmware report) {
            firmware = report.report();
            capabilities.putAll(report.capabilities());
        } else if (content instanceof Reply.Capability capability) {
            capabilities.put(capability.name(), capability.on());
        } else if (content instanceof Reply.Temperatures && reply instanceof Reply.Ok) {
            temperaturesInOk = true;
            protocol.answers().temperaturesComeInOk();
        }
    }

    private void tick(long nanos) {
        halt.tick(nanos);
        Optional<FirmwareError> error = halt.error(nanos);
        if (error.isPresent()) {
            stopped(error.get());
        } else if (!halt.begun()) {
            ask(nanos);
        }
    }

    private void stopped(FirmwareError error) {
        over = true;
        actions.add(new Action.Publish(new Event.PrinterError(error.text(), true, error.cause().orElse(null))));
        actions.add(new Action.Ended(new Outcome.Failed(FailReason.PRINTER_ERROR, "the printer has stopped: " + error.text())));
    }

    private void ask(long nanos) {
        if (!handshake.awake()) {
            if (handshake.ask(nanos)) {
                Frame hello = Frame.numbered(0, "M110 N0");
                actions.add(new Action.Send(hello, WireCode.GREETING.encode(hello, handshake.again()),
                        handshake.again(), handshake.again()));
            }
        } else {
            protocol.tick(nanos);
            protocol.poll(nanos, questions).ifPresent(actions::add);
            advance(nanos);
        }
        if (nanos >= giveUp || protocol.failure().isPresent()) {
            over = true;
            actions.add(new Action.Ended(new Outcome.Failed(FailReason.NO_ANSWER,
                    protocol.failure().map(Outcome.Failed::detail).orElseGet(this::silence))));
        }
    }

    private void advance(long nanos) {
        if (!asked || !questions.isEmpty() || !protocol.settled()) {
            return;
        }
        giveUp = Long.MAX_VALUE;
        if (!reportsAsked && capabilities.getOrDefault("AUTOREPORT_TEMP", false)) {
            reportsAsked = true;
            questions.add("M155 S2");
            protocol.poll(nanos, questions).ifPresent(actions::add);
        } else if (!temperaturesInOk && temperatureQuestions < MOST_TEMPERATURE_QUESTIONS) {
            temperatureQuestions++;
            questions.add("M105");
            protocol.poll(nanos, questions).ifPresent(actions::add);
        } else if (settled == Long.MAX_VALUE) {
            settled = nanos + SETTLE.toNanos();
        } else if (nanos >= settled) {
            over = true;
            actions.add(new Action.Ready(firmware, Map.copyOf(capabilities), temperaturesInOk));
        }
    }

    /** Bytes that no firmware sends: what a wrong baud rate makes of text. */
    private static boolean noise(String text) {
        return text.chars().anyMatch(letter -> letter != '\t' && (letter < 0x20 || letter > 0x7E));
    }

    private String silence() {
        if (kept) {
            return "the printer shows a message and waits at its knob since " + KNOB_LIMIT.toMinutes() + " min";
        }
        if (heardLines == 0) {
            return "the printer is silent: nothing was heard in " + bootLimit.toSeconds()
                    + " s. Is it switched on, and is this its port?";
        }
        if (noiseLines * 2 > heardLines) {
            return "only noise is heard (" + noiseLines + " of " + heardLines
                    + " lines make no sense): the baud rate is probably wrong. Try --baud auto, 115200 or 250000";
        }
        if (handshake.awake()) {
            return "the printer answers M110, but within " + bootLimit.toSeconds() + " s not the questions who it is (M115) and "
                    + "how warm (M105). Too much noise on the wire? Try another USB cable, and power supplies that are apart";
        }
        return "the printer talks but does not answer M110: heard " + heardLines + " lines in "
                + bootLimit.toSeconds() + " s. Is it a Marlin or Prusa, and is the baud rate right (--baud auto)?";
    }
}
