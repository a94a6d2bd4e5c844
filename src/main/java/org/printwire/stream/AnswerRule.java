package org.printwire.stream;

import java.util.ArrayList;
import java.util.List;
import org.printwire.marlin.Reply;

/** Which of the unanswered lines an {@code ok} answers. */
final class AnswerRule {

    private boolean temperaturesInOk;

    /** From now on an {@code ok} without temperatures is no answer to M105: seen to be so on this printer. */
    void temperaturesComeInOk() {
        temperaturesInOk = true;
    }

    /** True if this ok cannot be the answer to the oldest line: the answer to a copy, or noise that looks like one. */
    boolean answersAnother(Reply.Ok ok, LineLedger ledger) {
        SentWindow.Sent head = ledger.head();
        if (head.line().kind() == CommandKind.TEMPERATURE && temperaturesInOk) {
            return ok.carried().filter(Reply.Temperatures.class::isInstance).isEmpty();
        }
        return ok.lineNumber().isPresent() && head.numbered() && ok.lineNumber().getAsLong() < head.number()
                && ledger.history().holds(ok.lineNumber().getAsLong());
    }

    /** Takes out what it answers, oldest first: one line; or all up to the one that ADVANCED_OK names, whose answers are lost. */
    List<SentWindow.Sent> take(Reply.Ok ok, LineLedger ledger) {
        long named = ok.lineNumber().orElse(-1);
        if (named <= ledger.head().number() || named > ledger.last().number()) {
            return List.of(ledger.answered());
        }
        List<SentWindow.Sent> taken = new ArrayList<>();
        while (ledger.head() != null && ledger.head().number() <= named) {
            taken.add(ledger.answered());
        }
        return taken;
    }
}
