package org.printwire.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.gcode.MadeFor;

class MachineTest {

    /** {@code stated}: the slicer states an acceleration for printing of 777 mm/s². */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // profile, slicer, model, stated: machine, source, acceleration of printing, G90 covers E
        "prusa-mk3s, PrusaSlicer, MK3S, false, prusa-mk3s, PROFILE, 1250, false",
        "prusa-mk3s, PrusaSlicer, MK3S, true, prusa-mk3s, SLICER, 777, false",
        // The slicer's word is for another printer.
        "ender-3, PrusaSlicer, MK3S, true, ender-3, PROFILE, 500, true",
        "generic-marlin, PrusaSlicer, MINI, true, generic-marlin, SLICER, 777, true",
        "my-own, Cura, -, false, my-own, PROFILE, 3000, true",
        "-, PrusaSlicer, MK3SMMU2S, false, prusa-mk3s, FILE, 1250, false",
        "-, PrusaSlicer, MK2.5S, false, prusa-mk2.5s, FILE, 1250, false",
        "-, PrusaSlicer, ENDER3, true, ender-3, SLICER, 777, true",
        "-, Cura, Creality Ender-3 Pro, false, ender-3, FILE, 500, true",
        "-, OrcaSlicer, Creality Ender-3 V3, true, generic-marlin, SLICER, 777, true",
        "-, Cura, -, false, generic-marlin, ASSUMED, 3000, true",
        "-, -, -, false, prusa-mk3s, ASSUMED, 1250, false",
    })
    void the_machine_is_the_one_named_else_the_files_else_marlins(String profile, String slicer, String model, boolean stated,
            String name, Machine.Source source, double printing, boolean coversE) {
        Map<String, Double> motion = new HashMap<>();
        if (stated) {
            motion.put("acceleration_extruding", 777.0);
        }
        Machine machine = Machine.of(Optional.ofNullable(profile), new MadeFor(slicer == null ? "" : slicer,
                Optional.ofNullable(model), Optional.empty(), motion));

        assertThat(machine.name()).isEqualTo(name);
        assertThat(machine.source()).isEqualTo(source);
        assertThat(machine.limits().printing()).isEqualTo(printing);
        assertThat(machine.distanceModeCoversE()).isEqualTo(coversE);
    }
}
