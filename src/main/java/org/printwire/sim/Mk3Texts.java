package org.printwire.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Texts and command lists of Prusa-Firmware 3.14.0-BETA1+8052 for the MK3S, from recordings of it. */
final class Mk3Texts {
    static final List<String> EARLY = List.of("start");

    static final List<String> BANNER = List.of(";S", "SN update failed", "echo: 3.14.0-BETA1+8052_0c9bf5d43",
            "MMU is Off", "SpoolJoin is Off", "echo: Last Updated: 2024-03-28 05:59:07 | Author: Unknown",
            "echo: Free Memory: 2445  PlannerBufferBytes: 1760", "echo:Stored settings retrieved", "adc_init",
            "Hotend fan type: NOCTUA", "CrashDetect ENABLED!");

    /** After the banner, or after the click that follows a kill. */
    static final List<String> CARD = List.of("echo:SD init fail", "echo:SD init fail");

    /** No line end between the extruder count and the first capability: so the firmware says it. */
    static final List<String> M115 = List.of("FIRMWARE_NAME:Prusa-Firmware 3.14.0-BETA1+8052_0c9bf5d43 based on Marlin "
            + "FIRMWARE_URL:https://github.com/prusa3d/Prusa-Firmware PROTOCOL_VERSION:1.0 MACHINE_TYPE:Prusa i3 MK3S "
            + "EXTRUDER_COUNT:1Cap:AUTOREPORT_TEMP:1", "Cap:AUTOREPORT_FANS:1", "Cap:AUTOREPORT_POSITION:1",
            "Cap:EXTENDED_M20:1", "Cap:PRUSA_MMU2:1");

    static final List<String> M119 = List.of("Reporting endstop status", "x_min: open", "x_max: TRIGGERED",
            "y_min: open", "y_max: TRIGGERED", "z_min: open", "z_max: TRIGGERED");

    static final String VERSION = "3.14.0-BETA1";
    static final String LCD = "LCD status changed";
    static final String COLD = "echo: cold extrusion prevented";
    static final String UNPARK = "echo:enqueing \"M83\"";
    static final String RETRACT = "echo:enqueing \"G1 E-1.000 F2700\"";

    /** Commands that are taken without a word and do nothing that a host could see. */
    static final Set<String> SILENT = Set.of("G60", "G61", "G76", "G81", "G82", "G86", "G87", "G88", "M16", "M21", "M22",
            "M72", "M78", "M80", "M81", "M202", "M214", "M240", "M250", "M280", "M300", "M303", "M310", "M403", "M404",
            "M405", "M406", "M407", "M412", "M420", "M504", "M509", "M552", "M591", "M593", "M701", "M702", "M704",
            "M705", "M706", "M707", "M708", "M709", "M851", "M860", "M861", "M862.1", "M862.2", "M862.3", "M862.4",
            "M862.5", "M862.6", "M862", "M863", "M908", "M910", "M911", "M912", "M913", "M914", "M915", "M916", "M917",
            "M918", "M919", "M999");

    private Mk3Texts() {
    }

    /** What homing of an axis says at its beginning. @param mask 1 X, 2 Y, 4 Z */
    static String homeEnter(int mask) {
        return "tmc2130_home_enter(axes_mask=0x0" + mask + ")";
    }

    static String homeExit(int mask) {
        return "tmc2130_home_exit tmc2130_sg_homing_axes_mask=0x0" + mask;
    }

    /** What the recovery from a power panic says before it begins to move. */
    static List<String> recovery(SavedPrint saved) {
        double[] at = saved.at();
        String position = String.format(Locale.ROOT, "X:0.00 Y:0.00 Z:%.2f E:0.00 Count X: 0.00 Y:0.00 Z:%.2f E:0.00",
                at[2], at[2]);
        List<String> lines = new ArrayList<>(List.of(String.format(Locale.ROOT,
                "recover_machine_state_after_power_panic, initial world coordinates: (0.000, 0.000, %.3f)", at[2])));
        enqueue(lines, "G1 Z%.3f F800", at[2] + 20);
        enqueue(lines, "G28 X Y");
        enqueue(lines, "M104 S%.0f", saved.hotend());
        enqueue(lines, "M140 S%.0f", saved.bed());
        enqueue(lines, "M83");
        lines.addAll(List.of("Temperature Restored", "", position, "Feedrate:1000, feedmultiply:100"));
        enqueue(lines, "G1 X%.3f Y%.3f F3000", at[0], at[1]);
        enqueue(lines, "G1 Z%.3f", at[2]);
        enqueue(lines, "M204 P1250.0 R1250.0 T1250.0");
        enqueue(lines, "G1 E1.000 F2700");
        enqueue(lines, "G92 E%.3f", at[3]);
        enqueue(lines, "M82");
        enqueue(lines, "G1 F1000");
        enqueue(lines, "M220 S100");
        enqueue(lines, "M106 S0");
        enqueue(lines, "M110 N" + saved.line());
        enqueue(lines, "G4 S0");
        enqueue(lines, "PRUSA uvlo");
        lines.addAll(List.of("Done reading EEPROM", "", position));
        return lines;
    }

    private static void enqueue(List<String> lines, String format, Object... values) {
        lines.add("echo:enqueing \"" + String.format(Locale.ROOT, format, values) + "\"");
    }

    static String mode(String name, int percent, int minutes, int change) {
        return name + " MODE: Percent done: " + percent + "; print time remaining in mins: " + minutes
                + "; Change in mins: " + change;
    }
}
