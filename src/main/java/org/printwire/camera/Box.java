package org.printwire.camera;

import org.printwire.config.CropSection;

/** A part of a picture, in pixels from its upper left corner. Never empty. */
record Box(int left, int top, int width, int height) {

    /**
     * What is left of a picture of that size; the part of the crop that lies outside does not count.
     *
     * @param crop null: all of it
     * @throws CameraException nothing is left
     */
    static Box of(CropSection crop, int width, int height) throws CameraException {
        if (crop == null) {
            return new Box(0, 0, width, height);
        }
        int left = crop.left().of(width);
        int top = crop.top().of(height);
        int wide = Math.min(crop.width() == null ? width : crop.width().of(width), width - left);
        int high = Math.min(crop.height() == null ? height : crop.height().of(height), height - top);
        if (wide < 1 || high < 1) {
            throw new CameraException("the crop leaves nothing of its picture of " + width + " x " + height
                    + " pixels; make it larger, or write percents");
        }
        return new Box(left, top, wide, high);
    }

    /** Where this part of a picture that is turned by a quarter clockwise was before; {@code wide}: its width now. */
    Box turnedBack(int wide) {
        return new Box(top, wide - left - width, height, width);
    }

    /** Where this part of a picture that is {@code wide} pixels wide is when left and right change places. */
    Box mirrored(int wide) {
        return new Box(wide - left - width, top, width, height);
    }
}
