package org.printwire.estimate;

import org.printwire.gcode.CommandWords;

/** Firmware retraction: what G10 and G11 do, by M207 and M208. mm, mm/s. One thread. */
final class Retraction {
    private double length = 3;
    private double feed = 45;
    private double recoveryExtra;
    private double recoveryFeed = 8;
    private boolean retracted;

    /** M207, M208. */
    void setting(CommandWords words, double unit) {
        double named = words.value('S') * unit;
        double speed = words.value('F') * unit / 60;
        if (words.number() == 207) {
            length = named >= 0 ? named : length;
            feed = speed > 0 ? speed : feed;
        } else {
            recoveryExtra = named >= 0 ? named : recoveryExtra;
            recoveryFeed = speed > 0 ? speed : recoveryFeed;
        }
    }

    /** G10, G11. With P, G10 sets tool offsets. */
    void move(CommandWords words, Planner planner, long index) {
        boolean back = words.number() == 10;
        if (back != retracted && Double.isNaN(words.value('P'))) {
            retracted = back;
            planner.move(0, 0, 0, back ? -length : length + recoveryExtra, back ? feed : recoveryFeed, index);
        }
    }
}
