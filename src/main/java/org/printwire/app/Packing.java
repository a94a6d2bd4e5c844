package org.printwire.app;

import java.util.function.Consumer;
import org.printwire.config.PackingChoice;
import org.printwire.config.PrinterSection;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.marlin.MeatPack;
import org.printwire.marlin.WireCode;
import org.printwire.printer.PrinterException;
import org.printwire.printer.PrinterSession;
import org.printwire.stream.Action;
import org.printwire.stream.Outcome;
import org.printwire.stream.PackingTalk;

/** Whether the lines of a job are packed, as the user wishes and the printer can. On the printer thread. */
final class Packing {

    private static final String CAPABILITY = "MEATPACK";

    private final PrinterSession session;
    private final PrinterSection wish;
    private final Consumer<Event> publish;

    Packing(PrinterSession session, PrinterSection wish, Consumer<Event> publish) {
        this.session = session;
        this.wish = wish;
        this.publish = publish;
    }

    /**
     * How lines become bytes from now on. Squeezed commands have no blanks, so an E is packed in a blank's place.
     *
     * @throws PrinterException the printer was lost, or has restarted, or the user gave up: nothing was printed
     */
    WireCode begin(Action.Ready printer) throws PrinterException {
        if (!wanted(wish.meatPack(), printer)) {
            return WireCode.PLAIN;
        }
        switch (session.agree(PackingTalk.beginning(wish.squeeze()))) {
            case AGREED -> {
                return new MeatPack(wish.squeeze());
            }
            case RESTARTED -> throw new PrinterException(FailReason.PRINTER_RESET,
                    "the printer has restarted when it was asked to unpack lines (MeatPack). Print again; if it happens"
                            + " again, use --meatpack=off");
            default -> {
                warn("the printer does not answer to MeatPack: lines go out as text");
                return WireCode.PLAIN;
            }
        }
    }

    /** Text again, for whoever comes next. Nothing is done for a port that is gone. */
    void end(WireCode code, Outcome outcome) {
        boolean gone = outcome instanceof Outcome.Failed failed && failed.reason() == FailReason.CONNECTION_LOST;
        if (code == WireCode.PLAIN || gone) {
            return;
        }
        try {
            if (session.agree(PackingTalk.ending()) == PackingTalk.End.SILENT) {
                warn("the printer does not say that it takes text again. If another program does not get through to it,"
                        + " switch it off and on");
            }
        } catch (PrinterException e) {
            warn("the printer may still unpack lines: " + e.getMessage());
        }
    }

    static boolean wanted(PackingChoice choice, Action.Ready printer) {
        return switch (choice) {
            case ON -> true;
            case OFF -> false;
            // Prusa-Firmware 3.14 has it and does not say so in M115 (recorded).
            case AUTO -> printer.capabilities().getOrDefault(CAPABILITY, printer.firmware().prusaSince(3, 13));
        };
    }

    private void warn(String text) {
        publish.accept(new Event.Notice(Event.NoticeSource.WARNING, text));
    }
}
