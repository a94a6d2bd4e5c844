package org.printwire.app;

import java.util.function.Consumer;
import org.printwire.camera.CameraDesk;
import org.printwire.camera.Cameras;
import org.printwire.config.Configuration;
import org.printwire.http.HttpRoom;
import org.printwire.time.Time;

/**
 * The cameras and the one HTTP room that they share with the webhooks. Made only where a webhook or a timelapse is
 * configured, so that nobody else pays for them. Wiring, no logic.
 */
final class CameraCrew implements AutoCloseable {

    private final HttpRoom http;
    private final CameraDesk desk;

    /** @param warnings hears of a camera that cannot be used, or gives no picture */
    CameraCrew(Time time, HostThreads threads, Configuration configuration, String version, Consumer<String> warnings) {
        http = new HttpRoom(time);
        Cameras found = Cameras.of(configuration.cameras(), http, version);
        found.problems().forEach(warnings);
        desk = new CameraDesk(found.cameras(), time, threads::make, warnings);
    }

    HttpRoom http() {
        return http;
    }

    CameraDesk desk() {
        return desk;
    }

    @Override
    public void close() {
        desk.close();
        http.close();
    }
}
