package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import mockwebserver3.MockWebServer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.sim.SimulatedPrinterOptions;

/** The camera is slow and the receiver is down as a print ends: the last picture must not be left behind. */
@Timeout(60)
class LastPictureTest {

    @TempDir
    Path folder;

    @Test
    void the_last_picture_of_a_print_is_kept_though_the_receiver_is_down() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        byte[] jpeg = jpeg();
        try (MockWebServer camera = new MockWebServer()) {
            camera.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder().code(200).setHeader("Content-Type", "image/jpeg")
                            .headersDelay(400, TimeUnit.MILLISECONDS).body(new Buffer().write(jpeg)).build();
                }
            });
            camera.start();
            String config = Files.writeString(folder.resolve("config.yaml"), """
                cameras: [{name: slow, type: http, url: "http://127.0.0.1:%d/"}]
                delivery: {finish: 1s}
                webhooks:
                  - {id: hook, url: "http://127.0.0.1:%d/", events: [PrintStarted, PrintDone], data: {topic: "@topic", picture: "@snapshot"}}
                """.formatted(camera.getPort(), port)).toString();
            PrintCommand print = new PrintCommand(folder);
            try (PrinterAtTerminal printer = PrinterAtTerminal.open(SimulatedPrinterOptions.mk3s().instant())) {
                assertThat(print.run(Prints.moves(folder, 30), printer.path(), "--config", config)).as(print.out()).isZero();
            }
        }
        try (BodyReceiver receiver = BodyReceiver.at(port)) {
            PrintCommand flush = new PrintCommand(folder);
            flush.command(List.of("webhook", "flush", "--config", folder + "/config.yaml")).get(30, TimeUnit.SECONDS);
            assertThat(receiver.all()).allSatisfy(r -> assertThat(FormParts.of(r).file()).isNotNull());
        }
    }

    private static byte[] jpeg() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
