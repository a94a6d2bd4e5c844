package org.printwire.camera;

/**
 * How a camera's picture is put upright.
 *
 * @param mirrored left and right change places, before the turn
 * @param quarters quarter turns clockwise, 0 to 3
 */
record Orientation(boolean mirrored, int quarters) {

    static final Orientation NONE = new Orientation(false, 0);

    Orientation {
        if (quarters < 0 || quarters > 3) {
            throw new IllegalArgumentException("quarters must be 0 to 3, is " + quarters);
        }
    }

    /** @param rotate degrees clockwise, after the flips: 0, 90, 180 or 270 */
    static Orientation of(boolean flipHorizontal, boolean flipVertical, int rotate) {
        if (rotate < 0 || rotate > 270 || rotate % 90 != 0) {
            throw new IllegalArgumentException("rotate must be 0, 90, 180 or 270, is " + rotate);
        }
        Orientation horizontal = new Orientation(flipHorizontal, 0);
        Orientation vertical = flipVertical ? new Orientation(true, 2) : NONE;
        return horizontal.then(vertical).then(new Orientation(false, rotate / 90));
    }

    /** What the number of Exif's Orientation asks for (Exif 2.32, 4.6.4 A); {@link #NONE} for one it does not know. */
    static Orientation ofExif(int number) {
        return switch (number) {
            case 2 -> new Orientation(true, 0);
            case 3 -> new Orientation(false, 2);
            case 4 -> new Orientation(true, 2);
            case 5 -> new Orientation(true, 3);
            case 6 -> new Orientation(false, 1);
            case 7 -> new Orientation(true, 1);
            case 8 -> new Orientation(false, 3);
            default -> NONE;
        };
    }

    /** This one first, then the other. */
    Orientation then(Orientation next) {
        int turned = next.mirrored ? -quarters : quarters;
        return new Orientation(mirrored != next.mirrored, Math.floorMod(turned + next.quarters, 4));
    }

    /** True if width and height change places. */
    boolean lying() {
        return quarters % 2 == 1;
    }

    /** The same array or a new one; nothing is cut. */
    Pixels of(Pixels picture) {
        Pixels upright = mirrored ? picture.flippedHorizontally() : picture;
        if (quarters == 2) {
            return upright.flippedHorizontally().flippedVertically();
        }
        for (int turn = 0; turn < quarters; turn++) {
            upright = upright.quarterTurned();
        }
        return upright;
    }

    /**
     * Where a part of the upright picture is in the camera's own.
     *
     * @param width  of the camera's own
     * @param height of the camera's own
     */
    Box source(Box part, int width, int height) {
        Box source = part;
        for (int turn = quarters; turn > 0; turn--) {
            source = source.turnedBack(turn % 2 == 1 ? height : width);
        }
        return mirrored ? source.mirrored(width) : source;
    }
}
