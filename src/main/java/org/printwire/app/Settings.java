package org.printwire.app;

import java.util.Map;
import org.printwire.config.PrinterProfile;
import org.printwire.config.PrinterProfile.Scripts;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.WindowPolicy;

/** What the streamer must know, from the printer's profile and from what the printer said of itself. */
final class Settings {

    private Settings() {}

    static StreamSettings of(PrinterProfile profile, Map<String, Boolean> capabilities) {
        return new StreamSettings(
                WindowPolicy.ONE,
                profile.maxLineBytes(),
                profile.answerLimit(),
                profile.pausesItself(),
                capabilities.getOrDefault("EMERGENCY_PARSER", false),
                profile.scripts().pause(),
                modes -> Scripts.filled(profile.scripts().resume(), modes.relativeMoves(), modes.relativeExtrusion(),
                        modes.speed()),
                profile.scripts().cancel(),
                profile.keepAlive(),
                !capabilities.getOrDefault("AUTOREPORT_TEMP", false));
    }
}
