package org.printwire.marlin;

import java.util.List;
import java.util.Optional;

/**
 * Lines that mean nothing to a print: the boot banner, homing and bed probing, card and endstop reports, fan speeds.
 * All from the recordings of Prusa MK3S 3.14 and Marlin 2.1, or from the list of what that firmware says.
 */
final class BootChatter {

    private static final List<Prefix> BEGINNINGS = List.of(
            // boot
            new Prefix(";S"), new Prefix("SN update"), new Prefix("MMU is O"), new Prefix("SpoolJoin"),
            new Prefix("adc_init"), new Prefix("Hotend fan type:"), new Prefix("CrashDetect "),
            new Prefix("PowerUp"), new Prefix("External Reset"), new Prefix("Brown out Reset"),
            new Prefix("Watchdog Reset"), new Prefix("Software Reset"), new Prefix("Wizard "),
            new Prefix("Marlin "), new Prefix("Filament sensor board change"),
            // the display and the thermal model
            new Prefix("LCD status changed"), new Prefix("TM: "), new Prefix("PID Autotune"),
            // homing
            new Prefix("tmc2130_home_"), new Prefix("0 step="),
            // power panic
            new Prefix("UVLO"), new Prefix("recover_machine_state"), new Prefix("Temperature Restored"),
            new Prefix("Done reading EEPROM"), new Prefix("Feedrate:"),
            // reports that nobody asked for
            new Prefix("E0:"), new Prefix("area:{"), new Prefix("Reporting endstop status"),
            new Prefix("x_min:"), new Prefix("x_max:"), new Prefix("y_min:"), new Prefix("y_max:"),
            new Prefix("z_min:"), new Prefix("z_max:"),
            // the card and packed G-code
            new Prefix("Begin file list"), new Prefix("End file list"), new Prefix("Not SD printing"),
            new Prefix("SD print"), new Prefix("SD card"), new Prefix("No media"), new Prefix("Print saved"),
            new Prefix("Done printing file"), new Prefix("[MP]"), new Prefix("MP Reset"));

    private BootChatter() {}

    static Optional<Reply> read(String text) {
        return BEGINNINGS.stream().anyMatch(beginning -> beginning.begins(text))
                ? Optional.of(new Reply.Chatter(text))
                : Optional.empty();
    }
}
