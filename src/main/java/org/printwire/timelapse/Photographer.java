package org.printwire.timelapse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.printwire.camera.Caption;
import org.printwire.camera.Jpeg;

/** Takes the pictures: {@code cameraDesk::picture}. */
@FunctionalInterface
public interface Photographer {

    /** Returns at once; the future ends within the limit, empty where no picture could be had. */
    CompletableFuture<Optional<Jpeg>> picture(String camera, Caption caption, Duration limit);
}
