package org.printwire.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.printwire.store.DeliveryFilter;
import org.printwire.store.DeliveryState;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which deliveries are meant. */
final class DeliveryChoice {

    @Option(names = "--webhook", paramLabel = "ID", description = "Only those of this webhook.")
    private String webhook;

    @Option(names = "--dead", description = "Only those that were given up.")
    private boolean dead;

    @Option(names = "--waiting", description = "Only those that wait to be sent.")
    private boolean waiting;

    @Option(names = "--delivered", description = "Only those that the receiver has.")
    private boolean delivered;

    @Option(names = "--since", paramLabel = "WHEN", converter = Since.class,
            description = "Only events from then on: 2h, 3d, 2026-11-24 or 2026-11-24T18:00.")
    private Since since;

    /** At least one option was given. */
    boolean given() {
        return webhook != null || dead || waiting || delivered || since != null;
    }

    /** Those that wait are meant. */
    boolean waiting() {
        return waiting;
    }

    /** @param others the states that are meant where no option names one */
    DeliveryFilter filter(EnumSet<DeliveryState> others, Instant now) {
        EnumSet<DeliveryState> states = EnumSet.noneOf(DeliveryState.class);
        if (dead) {
            states.add(DeliveryState.DEAD);
        }
        if (waiting) {
            states.add(DeliveryState.WAITING);
        }
        if (delivered) {
            states.add(DeliveryState.DELIVERED);
        }
        return DeliveryFilter.ALL.of(webhook).in(states.isEmpty() ? others : states)
                .since(since == null ? null : since.from(now));
    }

    /** A moment, or how long ago it was. */
    record Since(Duration ago, Instant at) implements ITypeConverter<Since> {

        /** For picocli. */
        public Since() {
            this(null, null);
        }

        Instant from(Instant now) {
            return at == null ? now.minus(ago) : at;
        }

        @Override
        public Since convert(String text) {
            if (text.matches("\\d{1,6}[smhd]")) {
                long number = Long.parseLong(text.substring(0, text.length() - 1));
                return new Since(switch (text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(number);
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                }, null);
            }
            try {
                LocalDateTime local = text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
                return new Since(null, local.atZone(ZoneId.systemDefault()).toInstant());
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no time: write 2h, 3d, 2026-11-24 or 2026-11-24T18:00");
            }
        }
    }
}
