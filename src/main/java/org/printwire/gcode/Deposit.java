package org.printwire.gcode;

/** What the moves of a file lay down: filament by tool, and the boxes around it. mm. A state without clock or thread. */
final class Deposit {
    private final Extrusion extrusion = new Extrusion();
    private final PrintBounds all = new PrintBounds();
    private final PrintBounds objects = new PrintBounds();
    private boolean begun;

    /** Takes the move that the head has just made. */
    void move(Head head, CommandWords words) {
        if (head.prints()) {
            grow(all, head, words);
            if (begun) {
                grow(objects, head, words);
            }
        }
        extrusion.push(head.pushed());
    }

    private static void grow(PrintBounds box, Head head, CommandWords words) {
        box.point(head.fromX(), head.fromY(), head.fromZ());
        box.point(head.x(), head.y(), head.z());
        if (words.arc()) {
            box.arc(head.arc(words), head.z());
        }
    }

    /** What prints from here on is the object, not a purge line. */
    void objectsBegin() {
        begun = true;
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
