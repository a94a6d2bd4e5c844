package org.printwire.marlin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Temperatures in °C by sensor name as the firmware spells it: {@code T} (the active tool), {@code T0}, {@code T1},
 * {@code B} (bed), {@code C} (chamber), and any other name it reports ({@code P}, {@code A}, ...), in the order of the
 * line.
 */
public record TemperatureReport(Map<String, Reading> readings) {

    public TemperatureReport {
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    }

    /** One sensor; {@code target} is absent when the firmware did not say one. */
    public record Reading(double actual, OptionalDouble target) {}
}
