package org.printwire.serial;

import java.util.List;

/** The rates at which firmwares are built, the likeliest first. Marlin and Prusa MK3: 115200; many AVR Marlins: 250000. */
public final class BaudRates {
    /** In bits a second, in the order in which to try them. */
    public static final List<Integer> USUAL = List.of(115_200, 250_000, 230_400, 57_600, 38_400, 19_200, 9_600);

    private BaudRates() {}
}
