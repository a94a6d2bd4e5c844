package org.printwire.camera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.printwire.config.CameraSection;
import org.printwire.config.PictureSection;
import org.printwire.http.HttpAnswer;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.HttpRoom;
import org.printwire.http.Wire;
import org.printwire.testing.VirtualTime;

class HttpCameraTest {

    private static final String SECRET = "s3cr3t";
    private static final Caption CAPTION = new Caption(Instant.EPOCH, null, 0);

    @Test
    void fetches_the_picture_over_a_real_socket() throws Exception {
        byte[] jpeg = JpegFitTest.image("jpg", 320, 200);
        try (MockWebServer server = new MockWebServer(); HttpRoom room = new HttpRoom(new VirtualTime())) {
            server.start();
            server.enqueue(new MockResponse.Builder().addHeader("Content-Type", "image/jpeg")
                    .body(new Buffer().write(jpeg)).build());

            Jpeg picture = camera(server.url("/snapshot?key=" + SECRET).toString(), room)
                    .capture(CAPTION, Duration.ofSeconds(5));

            assertThat(JpegLabelTest.unlabelled(picture.bytes())).isEqualTo(jpeg);
            assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /snapshot?key=s3cr3t HTTP/1.1");
        }
    }

    @Test
    void asks_for_no_more_than_the_limits() throws Exception {
        AtomicReference<HttpRequestSpec> asked = new AtomicReference<>();
        byte[] jpeg = JpegFitTest.image("jpg", 32, 20);

        camera("http://cam.example/" + SECRET, request -> {
            asked.set(request);
            return answer(200, "image/jpeg", jpeg, false);
        }).capture(CAPTION, Duration.ofSeconds(3));

        assertThat(asked.get().limit()).isEqualTo(Duration.ofSeconds(3));
        assertThat(asked.get().answerBytes()).isEqualTo(10 * 1024 * 1024);
    }

    @Test
    void says_what_came_instead_of_a_picture() {
        assertThat(failure(answer(404, "text/html", "<html>".getBytes(UTF_8), false)))
                .isEqualTo("cam.example answered 404 instead of a picture");
        assertThat(failure(answer(200, "text/html", "<html>".getBytes(UTF_8), false)))
                .isEqualTo("cam.example: what came is not an image");
        assertThat(failure(answer(200, "image/jpeg", new byte[10], true)))
                .isEqualTo("cam.example sent a picture that broke off or is over 10 MB");
        assertThat(failure(answer(200, "multipart/x-mixed-replace; boundary=x", new byte[0], true)))
                .startsWith("cam.example sends an endless stream");
        assertThat(failure(new HttpAnswer.Failed("cam.example refuses the connection", false)))
                .isEqualTo("cam.example refuses the connection");
    }

    @Test
    void a_camera_that_is_not_built_yet_is_a_problem_with_a_way_out() {
        Cameras cameras = Cameras.of(List.of(
                section("nozzle", CameraSection.Type.V4L2), section("cmd", CameraSection.Type.COMMAND),
                section("bars", CameraSection.Type.TEST), section("net", CameraSection.Type.HTTP)),
                request -> answer(200, "", new byte[0], false), "1");

        assertThat(cameras.cameras()).extracting(Camera::name).containsExactly("bars", "net");
        assertThat(cameras.problems()).hasSize(2);
        assertThat(cameras.problems().get(0)).startsWith("camera nozzle: type v4l2 is not built yet; use type http");
    }

    private static String failure(HttpAnswer answer) {
        AtomicReference<String> message = new AtomicReference<>();
        assertThatThrownBy(() -> camera("http://cam.example/" + SECRET, request -> answer)
                .capture(CAPTION, Duration.ofSeconds(5)))
                .isInstanceOf(CameraException.class)
                .satisfies(e -> message.set(e.getMessage()));
        assertThat(message.get()).doesNotContain(SECRET);
        return message.get();
    }

    private static HttpAnswer answer(int status, String type, byte[] body, boolean cut) {
        return new HttpAnswer.Answered(status, Optional.of(type), Optional.empty(), body, cut);
    }

    private static Camera camera(String url, Wire wire) {
        return Cameras.of(List.of(new CameraSection(
                "net", CameraSection.Type.HTTP, null, url, null, 0, false, false, PictureSection.DEFAULTS)), wire, "1.2.3").cameras().get(0);
    }

    private static CameraSection section(String name, CameraSection.Type type) {
        return new CameraSection(name, type, null, "http://cam.example", null, 0, false, false, PictureSection.DEFAULTS);
    }
}
