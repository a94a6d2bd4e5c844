package org.printwire.gcode;

/** What the moves of a file lay down: filament by tool, and the boxes around it. mm. A state without clock or thread. */
final class Deposit {
    private final Extrusion extrusion = new Extrusion();
    private final PrintBounds all = new PrintBounds();
    private final PrintBounds objects = new PrintBounds();
    private boolean begun;
    /** The place that the head is at is in the boxes already. */
    private boolean known;

    /** Takes the move that the head has just made. */
    void move(Head head, CommandWords words) {
        if (head.prints()) {
            grow(all, head, words);
            if (begun) {
                grow(objects, head, words);
            }
            known = true;
        } else {
            known = false;
        }
        extrusion.push(head.pushed());
    }

    private void grow(PrintBounds box, Head head, CommandWords words) {
        if (!known) {
            box.point(head.fromX(), head.fromY(), head.fromZ());
        }
        box.point(head.x(), head.y(), head.z());
        if (words.arc()) {
            box.arc(head.arc(words), head.z());
        }
    }

    /** Another command: the head may be called to be elsewhere (G92, G28). */
    void command() {
        known = false;
    }

    /** What prints from here on is the object, not a purge line. */
    void objectsBegin() {
        begun = true;
        known = false;
    }

    /** The box around everything. */
    PrintBounds all() {
        return all;
    }

    /** The box around what has printed since {@link #objectsBegin()}. */
    PrintBounds objects() {
        return objects;
    }

    Extrusion extrusion() {
        return extrusion;
    }
}
