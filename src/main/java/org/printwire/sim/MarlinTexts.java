package org.printwire.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Texts and command lists of Marlin bugfix-2.1.x (2023-01-07), from recordings of its LINUX build. */
final class MarlinTexts {
    static final List<String> EARLY = List.of("start");

    static final List<String> BANNER = List.of("PowerUp", "Marlin bugfix-2.1.x",
            "echo: Last Updated: 2023-01-07 | Author: (none, default config)", "echo: Compiled: Nov 23 2026",
            "echo: Free Memory: 0  PlannerBufferBytes: 1280", "echo:No EEPROM.",
            "//action:notification Hardcoded Default Settings Loaded", "echo:Hardcoded Default Settings Loaded",
            "//action:prompt_end");

    static final Set<String> SILENT = Set.of("G5", "G12", "G26", "G27", "G30", "G34", "G42", "G60", "G61", "M16", "M48",
            "M80", "M81", "M86", "M100", "M108", "M150", "M211", "M217", "M218", "M280", "M300", "M303", "M305",
            "M306", "M410", "M412", "M420", "M421", "M425", "M428", "M504", "M569", "M600.1", "M701", "M702", "M851",
            "M876", "M906", "M911", "M912", "M913", "M914", "M928", "M993", "M994", "M999", "T0");

    private static final String ON = "EEPROM VOLUMETRIC AUTOREPORT_POS AUTOREPORT_TEMP PRINT_JOB EMERGENCY_PARSER "
            + "HOST_ACTION_COMMANDS PROMPT_SUPPORT THERMAL_PROTECTION ARCS ";

    private static final String CAPABILITIES = "SERIAL_XON_XOFF BINARY_FILE_TRANSFER EEPROM VOLUMETRIC AUTOREPORT_POS "
            + "AUTOREPORT_TEMP PROGRESS PRINT_JOB AUTOLEVEL RUNOUT Z_PROBE LEVELING_DATA BUILD_PERCENT SOFTWARE_POWER "
            + "TOGGLE_LIGHTS CASE_LIGHT_BRIGHTNESS EMERGENCY_PARSER HOST_ACTION_COMMANDS PROMPT_SUPPORT SDCARD REPEAT "
            + "SD_WRITE AUTOREPORT_SD_STATUS LONG_FILENAME LFN_WRITE CUSTOM_FIRMWARE_UPLOAD EXTENDED_M20 "
            + "THERMAL_PROTECTION MOTION_MODES ARCS BABYSTEPPING CHAMBER_TEMPERATURE COOLER_TEMPERATURE MEATPACK "
            + "CONFIG_EXPORT";

    private MarlinTexts() {
    }

    /** @param meatPack the firmware was built with it */
    static List<String> m115(boolean meatPack) {
        List<String> lines = new ArrayList<>();
        lines.add("FIRMWARE_NAME:Marlin bugfix-2.1.x (Nov 23 2026 14:53:46) "
                + "SOURCE_CODE_URL:github.com/MarlinFirmware/Marlin PROTOCOL_VERSION:1.0 MACHINE_TYPE:Linux Sim "
                + "EXTRUDER_COUNT:1 UUID:cede2a2f-41a2-4748-9b12-c55c62f367ff");
        for (String name : CAPABILITIES.split(" ")) {
            boolean on = ON.contains(name + " ") || meatPack && name.equals("MEATPACK");
            lines.add("Cap:" + name + (on ? ":1" : ":0"));
        }
        lines.add("area:{full:{min:{x:0.00,y:0.00,z:0.00},max:{x:200.00,y:200.00,z:200.00}},"
                + "work:{min:{x:0.00,y:0.00,z:0.00},max:{x:200.00,y:200.00,z:200.00}}}");
        return lines;
    }

    /** A question on the host's screen, with one button. */
    static Stage prompt(String text) {
        return Stage.says("//action:prompt_end", "//action:prompt_begin " + text, "//action:prompt_button Continue",
                "//action:prompt_show");
    }
}
