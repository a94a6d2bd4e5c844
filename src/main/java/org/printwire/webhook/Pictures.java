package org.printwire.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.printwire.camera.Caption;
import org.printwire.camera.Jpeg;

/** Where pictures come from: {@code cameraDesk::picture}. */
@FunctionalInterface
public interface Pictures {

    /** The camera that is meant where none is named. */
    String DEFAULT = "";

    /** No pictures at all. */
    Pictures NONE = (camera, caption, limit) -> CompletableFuture.completedFuture(Optional.empty());

    /** Returns at once; the future ends within the limit, empty where no picture could be had. */
    CompletableFuture<Optional<Jpeg>> picture(String camera, Caption caption, Duration limit);
}
