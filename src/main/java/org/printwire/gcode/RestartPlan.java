package org.printwire.gcode;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands that bring a printer which was reset back to where a file stood, over a print that is still on the bed: so
 * Z is never homed, and nothing moves sideways before the head has been raised.
 *
 * <p>It rests on one thing that no program can see: that the head is still at {@code headZ}. MK3 has no mesh of the bed
 * after a reset, and none can be probed with a print in the way: the first layers after the restart may be off by some
 * hundredths of a millimetre.
 *
 * <p>Pure.
 */
public final class RestartPlan {

    /** Free of whatever has curled up, mm. */
    static final double RAISE = 5;
    /** Filament that has oozed out while it was heating, and more: it falls at the corner where X and Y are home, mm. */
    static final double PRIME = 25;
    /** Back into the nozzle for the way to the print, mm. */
    static final double RETRACT = 1;

    private RestartPlan() {}

    /**
     * In this order: heat, raise, home X and Y, prime and have it wiped off, modes, above the place, down, go.
     *
     * @param state what the file has set before the line to go on with
     * @param headZ where the head stands now, as the file counts
     */
    public static List<String> commands(PrintState state, double headZ) {
        List<String> plan = new ArrayList<>();
        if (state.tool() != 0) {
            plan.add("T" + state.tool());
        }
        heat(state, plan);
        double clear = Math.max(headZ, state.z()) + RAISE;
        plan.addAll(List.of("G21", "G90", "M83", PrintState.command("G92 Z", headZ), at("G1 Z", clear, 300), "G28 X Y",
                PrintState.command("G1 E", PRIME) + " F150", PrintState.command("G1 E", -RETRACT) + " F2100", "M400",
                "M0 Wipe nozzle, press knob"));
        plan.addAll(state.settings());
        plan.add(PrintState.command("M220 S", state.speedFactor()));
        plan.add(PrintState.command("M221 S", state.flow()));
        plan.add(at("G1 Z", clear, 600));
        plan.add(PrintState.command("G1 X", state.position('X') - state.offset('X'))
                + PrintState.command(" Y", state.position('Y') - state.offset('Y')) + " F6000");
        plan.add(at("G1 Z", state.z(), 300));
        plan.add(PrintState.command("G1 E", RETRACT) + " F2100");
        modes(state, plan);
        return plan;
    }

    /** The nozzle last: it stands in the print while it heats, and must be hot to come off. */
    private static void heat(PrintState state, List<String> plan) {
        plan.add(PrintState.command("M140 S", state.bedTarget()));
        if (state.bedTarget() > 0) {
            plan.add(PrintState.command("M190 S", state.bedTarget()));
        }
        if (state.toolTarget() > 0) {
            plan.add(PrintState.command("M109 S", state.toolTarget()));
        }
    }

    /** In Marlin 2 G90 and G91 set the mode of E too, so that comes after them. */
    private static void modes(PrintState state, List<String> plan) {
        plan.add(PrintState.command("M106 S", state.fan()));
        if (state.offset('X') != 0 || state.offset('Y') != 0) {
            plan.add(PrintState.command("G92 X", state.position('X')) + PrintState.command(" Y", state.position('Y')));
        }
        plan.add(PrintState.command("G92 E", state.position('E')));
        if (!Double.isNaN(state.speed())) {
            plan.add(PrintState.command("G1 F", state.speed()));
        }
        plan.add(state.relativeMoves() ? "G91" : "G90");
        plan.add(state.relativeExtrusion() ? "M83" : "M82");
        if (state.inches()) {
            plan.add("G20");
        }
    }

    private static String at(String axis, double value, int speed) {
        return PrintState.command(axis, value) + " F" + speed;
    }
}
