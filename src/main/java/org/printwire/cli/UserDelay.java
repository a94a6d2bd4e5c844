package org.printwire.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long the simulated user takes to act; empty: the user never comes. */
record UserDelay(Optional<Duration> delay) {

    /** Reads seconds, or {@code never}. */
    static final class Converter implements ITypeConverter<UserDelay> {
        @Override
        public UserDelay convert(String text) {
            if (text.equals("never")) {
                return new UserDelay(Optional.empty());
            }
            try {
                double seconds = Double.parseDouble(text);
                if (seconds >= 0 && seconds < 1e6) {
                    return new UserDelay(Optional.of(Duration.ofMillis(Math.round(seconds * 1000))));
                }
            } catch (NumberFormatException e) {
                // told below, like a number out of range
            }
            throw new TypeConversionException("'" + text + "' is neither seconds nor 'never'");
        }
    }
}
