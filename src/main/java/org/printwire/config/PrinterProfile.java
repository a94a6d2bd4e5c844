package org.printwire.config;

import java.time.Duration;
import java.util.List;

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
     */
    public record Scripts(List<String> pause, List<String> resume, List<String> cancel) {}
}
