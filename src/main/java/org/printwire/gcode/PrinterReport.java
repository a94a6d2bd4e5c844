package org.printwire.gcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a printer says of itself (M115), to be held against what a file asks of it by M862. The nozzle (M862.1) is in no such
 * answer: a Prusa compares it with its own setting when the line comes.
 *
 * @param machine  MACHINE_TYPE: {@code Prusa i3 MK3S}
 * @param firmware FIRMWARE_NAME: {@code Prusa-Firmware 3.14.0 based on Marlin}
 */
public record PrinterReport(String machine, String firmware) {
    private static final Pattern VERSION = Pattern.compile("Prusa-Firmware (\\d{1,4}(?:\\.\\d{1,4}){1,2})\\b");
    private static final String PRUSA = "Prusa i3 ";

    /** What is doubtful or harmful on this printer; only Prusas are known by model and version. */
    public List<FileWarning> warnings(PrintFigures file) {
        List<FileWarning> warnings = new ArrayList<>();
        int prusa = machine.indexOf(PRUSA);
        if (prusa >= 0) {
            String model = machine.substring(prusa + PRUSA.length());
            file.modelCheck().or(() -> PrusaModel.ofType(file.typeCheck())).or(file::printerModel)
                    .flatMap(wanted -> PrusaModel.difference(wanted, model, "the printer says that it is a " + machine))
                    .ifPresent(warnings::add);
        }
        Matcher version = VERSION.matcher(firmware);
        Optional<String> least = file.firmwareCheck();
        if (version.find() && least.isPresent() && older(version.group(1), least.get())) {
            warnings.add(new FileWarning("oldFirmware", 0, "it asks for firmware " + least.get()
                    + " or newer (M862.4), and the printer has " + version.group(1) + "; update the printer", false));
        }
        return List.copyOf(warnings);
    }

    private static boolean older(String one, String than) {
        String[] left = one.split("\\.");
        String[] right = than.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference = part(left, i) - part(right, i);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static int part(String[] version, int index) {
        String part = index < version.length ? version[index] : "0";
        return part.matches("\\d{1,6}") ? Integer.parseInt(part) : 0;
    }
}
