package org.printwire.stream;

/** A command of the host's own that waits to be sent. */
record OwnLine(Line line, Insertion.Purpose purpose) {

    static OwnLine of(String text, Insertion.Purpose purpose) {
        return new OwnLine(Line.own(text), purpose);
    }
}
