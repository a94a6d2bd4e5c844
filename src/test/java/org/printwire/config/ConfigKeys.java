package org.printwire.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.printwire.config.WebhookSection.CooledDown;

/** Every key that config.yaml may hold, taken from the records where there is one. */
final class ConfigKeys {

    static final List<String> ALL = all();

    private ConfigKeys() {}

    private static List<String> all() {
        List<String> keys = new ArrayList<>();
        Stream.of(Configuration.class, PrinterSection.class, CameraSection.class, WebhookSection.class,
                        CooledDown.class, OAuthSection.class, DeliverySection.class, StorageSection.class,
                        TimelapseSection.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .distinct()
                .forEach(keys::add);
        return List.copyOf(keys);
    }
}
