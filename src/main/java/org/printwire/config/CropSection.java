package org.printwire.config;

/**
 * {@code crop:}: the part of the upright picture that is kept.
 *
 * @param width  null: all that is right of {@code left}
 * @param height null: all that is below {@code top}
 */
public record CropSection(Extent left, Extent top, Extent width, Extent height) {

    /** Pixels, or percent of the picture's own width or height. */
    public record Extent(double amount, boolean percent) {

        static final Extent NONE = new Extent(0, false);

        /** Pixels of a side that has so many; never more than it has. */
        public int of(int side) {
            return (int) Math.min(side, Math.round(percent ? amount * side / 100 : amount));
        }

        /** As it is written: {@code 12.5%} or {@code 120}. */
        @Override
        public String toString() {
            String number = amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
            return percent ? number + "%" : number;
        }
    }
}
