package org.printwire.recording;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.Input;
import org.printwire.stream.PackingTalk;
import org.printwire.stream.Whereabouts;

/** A state machine that a replay drives. */
@FunctionalInterface
interface Stage {

    List<Action> on(Input input, long nanos);

    /** Before and after a job: what these words say has begun, as {@code PrinterSession} begins it; empty: they do not. */
    static Optional<Stage> of(String words, long now) {
        Duration bootLimit = Wire.bootLimit(words);
        if (bootLimit != null) {
            Connector connector = new Connector(bootLimit);
            connector.opened(now);
            return Optional.of(connector::on);
        }
        PackingTalk talk = Wire.packing(words);
        if (talk != null) {
            talk.begun(now);
            return Optional.of(talk::on);
        }
        if (words.equals(Wire.LOCATE)) {
            Whereabouts whereabouts = new Whereabouts();
            whereabouts.opened(now);
            return Optional.of(whereabouts::on);
        }
        return Optional.empty();
    }
}
