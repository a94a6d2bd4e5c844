package org.printwire.config;

import java.time.Duration;

/** {@code storage:}: how long and how much is kept. */
public record StorageSection(Duration retention, long maxBytes) {
    public static final StorageSection DEFAULTS = new StorageSection(Duration.ofDays(30), 200_000_000L);
}
