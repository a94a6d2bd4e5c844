package org.printwire.webhook;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.printwire.camera.Caption;
import org.printwire.camera.Jpeg;

/** Where pictures come from: {@code cameraDesk::picture}. */
@FunctionalInterface
public interface Pictures {

    /** No pictures at all. */
    Pictures NONE = (camera, caption) -> CompletableFuture.completedFuture(Optional.empty());

    /** Returns at once; the future ends within seconds, empty where no picture could be had. */
    CompletableFuture<Optional<Jpeg>> picture(String camera, Caption caption);
}
