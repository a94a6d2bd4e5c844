package org.printwire.webhook;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.printwire.camera.Jpeg;

/** A delivery and the picture of its moment, which may still be being taken. The future never ends exceptionally. */
public record Parcel(Delivery delivery, CompletableFuture<Optional<Jpeg>> picture) {

    static Parcel withoutPicture(Delivery delivery) {
        return new Parcel(delivery, CompletableFuture.completedFuture(Optional.empty()));
    }
}
