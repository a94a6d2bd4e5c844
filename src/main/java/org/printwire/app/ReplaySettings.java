package org.printwire.app;

import java.util.Optional;
import java.util.function.Function;
import org.printwire.config.PrinterProfile;
import org.printwire.stream.Action;
import org.printwire.stream.StreamSettings;

/** What a print's streamer would know about a printer that answers like this: the same way as in a print. */
public final class ReplaySettings {

    private ReplaySettings() {}

    /** @param named the profile that the user named; empty: chosen by what the printer says of itself */
    public static Function<Action.Ready, StreamSettings> of(Optional<PrinterProfile> named) {
        return ready -> Settings.of(Profiles.choose(named, ready.firmware()), ready.capabilities(), Optional.empty());
    }
}
