package org.printwire.camera;

import java.awt.image.BufferedImage;

/** Pixels as the webcam library wants them. */
final class WebcamImage {
    private WebcamImage() {}

    static BufferedImage of(Pixels pixels) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.rgb(), 0, pixels.width());
        return image;
    }
}
