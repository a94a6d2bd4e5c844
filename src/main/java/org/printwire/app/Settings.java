package org.printwire.app;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.printwire.config.PrinterProfile;
import org.printwire.config.PrinterProfile.Scripts;
import org.printwire.config.TimelapseSection;
import org.printwire.gcode.GcodeWord;
import org.printwire.job.Job;
import org.printwire.stream.Park;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.WindowPolicy;

/** What the streamer must know, from the printer's profile and from what the printer said of itself. */
final class Settings {

    private Settings() {}

    /** @param wished the window that the user wants; empty: the profile's */
    static StreamSettings of(PrinterProfile profile, Map<String, Boolean> capabilities, Optional<WindowPolicy> wished) {
        return new StreamSettings(
                window(profile, wished),
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

    /** The same, with the head aside at the end of each layer of which there is to be a picture. */
    static StreamSettings parking(StreamSettings settings, TimelapseSection timelapse, Job job) {
        return timelapse.mode() != TimelapseSection.Mode.LAYER || timelapse.park().isEmpty() ? settings
                : settings.parking(new Park(timelapse.park(), timelapse.dwell(), (int) timelapse.every(), job.firstLayer()));
    }

    private static WindowPolicy window(PrinterProfile profile, Optional<WindowPolicy> wished) {
        Set<Integer> alone = profile.alone().stream().map(GcodeWord::code).collect(Collectors.toSet());
        return wished.map(size -> new WindowPolicy(size.lines(), size.bytes(), alone))
                .orElseGet(() -> new WindowPolicy(profile.window(), profile.receiveBytes(), alone));
    }
}
