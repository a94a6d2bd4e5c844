package org.printwire.gcode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a file asks of a printer and what its slicer says of it; {@code info} shows it.
 *
 * @param slicer        its name, {@code PrusaSlicer}; empty when it does not say
 * @param slicerVersion {@code 2.5.0}; empty when it does not say
 * @param slicerSeconds the slicer's own statement or Cura's last elapsed time, never M73
 * @param silentSeconds the same in the printer's silent mode
 * @param layerHeight   mm
 * @param nozzle        diameter in mm
 * @param printerModel  {@code MK3S}
 * @param materials     {@code PLA}, by tool
 * @param objectArea    where it prints after the slicer's first layer mark; empty without marks
 * @param tools         by tool, in order; those that take no filament are left out
 * @param m73           how many M73 there are
 * @param toolChanges   how many commands choose a tool, the first choice too
 * @param temperatures  in order; the first {@value FileDemands#MOST} at most
 * @param modelCheck    what M862.3 wants: the printer's model
 * @param nozzleCheck   what M862.1 wants: the nozzle's diameter in mm
 * @param typeCheck     what M862.2 wants: the printer's number, 302
 * @param firmwareCheck what M862.4 wants: the least version of the firmware, {@code 3.14.0}
 * @param warnings      what is doubtful on any printer, in order
 */
public record PrintFigures(String slicer, String slicerVersion, OptionalDouble slicerSeconds, OptionalDouble silentSeconds,
                           OptionalDouble layerHeight, OptionalDouble nozzle, Optional<String> printerModel,
                           List<String> materials, Optional<PrintArea> objectArea, List<ToolUse> tools, long m73,
                           long toolChanges, List<TemperatureTarget> temperatures, Optional<String> modelCheck,
                           OptionalDouble nozzleCheck, OptionalInt typeCheck, Optional<String> firmwareCheck,
                           List<FileWarning> warnings) {
    public PrintFigures {
        materials = List.copyOf(materials);
        tools = List.copyOf(tools);
        temperatures = List.copyOf(temperatures);
        warnings = List.copyOf(warnings);
    }
}
