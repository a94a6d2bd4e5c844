package org.printwire.config;

import java.util.List;

/** Everything in the user's config.yaml, checked. Absent parts have their defaults. */
public record Configuration(
        PrinterSection printer, List<CameraSection> cameras, List<WebhookSection> webhooks, DeliverySection delivery,
        StorageSection storage, TimelapseSection timelapse) {

    /** What holds where there is no file. */
    public static Configuration defaults() {
        return new Configuration(PrinterSection.DEFAULTS, List.of(), List.of(), DeliverySection.DEFAULTS,
                StorageSection.DEFAULTS, TimelapseSection.DEFAULTS);
    }

    /** The same with lines sent in another way. */
    public Configuration sending(PackingChoice meatPack, boolean squeeze) {
        PrinterSection other = new PrinterSection(printer.profile(), printer.port(), printer.baud(),
                printer.reconnect(), printer.deadMan(), meatPack, squeeze,
                printer.warnMinutes());
        return new Configuration(other, cameras, webhooks, delivery, storage, timelapse);
    }
}
