package org.printwire.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is known about a kind of printer: the content of profiles/printers/NAME.yaml.
 *
 * @param name           the file name without its ending, as in {@code --printer prusa-mk3s}
 * @param title          for people
 * @param match          texts looked for in the M115 answer ("MACHINE_TYPE:Prusa i3 MK3S"); the profile with the longest
 *                       text found is chosen when the user names none
 * @param baud           bits per second
 * @param maxLineBytes   longest line that the firmware takes as one, with number and checksum, without the line end
 * @param receiveBytes   bytes that may be unanswered before the firmware's receive buffer can overflow
 * @param window         lines that may be unanswered at a time; 1 is right for every firmware
 * @param alone          commands that must be answered before another goes out, beside those that block on every printer
 * @param scripts        what the host sends to pause, resume and cancel
 * @param pausesItself   true: M601, M602 and M603 work, and the printer reports what became of them (Prusa)
 * @param keepAlive      command that keeps the printer's "host print" menu alive, sent every 10 s; null: none
 * @param answerLimit    silence of an ordinary command, with no busy line, after which the line is probed
 * @param bootLimit      longest time from opening the port to the first answer
 * @param bedX           printable width, mm
 * @param bedY           printable depth, mm
 * @param bedZ           printable height, mm
 * @param tools          number of extruders
 */
public record PrinterProfile(
        String name,
        String title,
        List<String> match,
        int baud,
        int maxLineBytes,
        int receiveBytes,
        int window,
        List<String> alone,
        Scripts scripts,
        boolean pausesItself,
        String keepAlive,
        Duration answerLimit,
        Duration bootLimit,
        double bedX,
        double bedY,
        double bedZ,
        int tools) {

    /**
     * Commands sent when a job is paused, resumed or cancelled by the host. Where {@link #pausesItself()} is true the
     * printer parks and restores by itself (Prusa: M601, M602, M603) and reports it by {@code //action:} lines.
     *
     * <p>A line that is one of {@link #PLACEHOLDERS} is never sent as it is: the sender puts in its place what holds in
     * the file at that point. Without that a pause script that moves cannot be undone: in Marlin 2 a {@code G90} also
     * ends {@code M83}, and the speed of the last move stays (Marlin 2.1, {@code GcodeSuite::set_relative_mode}).
     */
    public record Scripts(List<String> pause, List<String> resume, List<String> cancel) {

        /** {@code G90} or {@code G91}, as the file has it. */
        public static final String DISTANCE = "{distance}";
        /** {@code M82} or {@code M83}, as the file has it. */
        public static final String EXTRUSION = "{extrusion}";
        /** {@code G1 F...} with the file's speed in mm/min; nothing where the file has given none yet. */
        public static final String SPEED = "{speed}";

        public static final List<String> PLACEHOLDERS = List.of(DISTANCE, EXTRUSION, SPEED);

        /**
         * The script with its placeholders replaced.
         *
         * @param relativeMoves     the file has said G91
         * @param relativeExtrusion the file has said M83 (or, in Marlin 2, a later G91)
         * @param speed             F of the file's last move, mm/min; null: none yet
         */
        public static List<String> filled(
                List<String> script, boolean relativeMoves, boolean relativeExtrusion, Double speed) {
            List<String> commands = new ArrayList<>();
            for (String line : script) {
                if (line.equals(DISTANCE)) {
                    commands.add(relativeMoves ? "G91" : "G90");
                } else if (line.equals(EXTRUSION)) {
                    commands.add(relativeExtrusion ? "M83" : "M82");
                } else if (!line.equals(SPEED)) {
                    commands.add(line);
                } else if (speed != null) {
                    commands.add(String.format(Locale.ROOT, "G1 F%.3f", speed));
                }
            }
            return List.copyOf(commands);
        }
    }
}
