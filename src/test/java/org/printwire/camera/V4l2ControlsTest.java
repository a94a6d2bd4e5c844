package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.posix.VideoControl;
import org.printwire.posix.VideoControl.Kind;

class V4l2ControlsTest {
    /** Those of a Logitech C920, with the words of Linux 6.1. */
    private static final V4l2Controls C920 = new V4l2Controls(List.of(
            number(0x980900, "Brightness", 0, 255),
            control(0x98090C, "White Balance, Automatic", Kind.SWITCH, 0, 1, Map.of(), false),
            control(0x980918, "Power Line Frequency", Kind.MENU, 0, 2,
                    Map.of(0, "Disabled", 1, "50 Hz", 2, "60 Hz"), false),
            number(0x98091A, "White Balance Temperature", 2000, 6500),
            control(0x9A0901, "Auto Exposure", Kind.MENU, 0, 3, Map.of(1, "Manual Mode", 3, "Aperture Priority Mode"), false),
            number(0x9A0902, "Exposure Time, Absolute", 3, 2047),
            number(0x9A0908, "Pan, Absolute", -36000, 36000),
            control(0x9A0909, "Tilt", Kind.NUMBER, 0, 1, Map.of(), true),
            number(0x9A090A, "Focus, Absolute", 0, 250),
            control(0x9A090C, "Focus, Automatic Continuous", Kind.SWITCH, 0, 1, Map.of(), false)));

    @ParameterizedTest
    @CsvSource({
        "brightness=90, 980900=90",
        "power_line_frequency=50 Hz, 980918=1",
        "power-line-frequency=60 hz, 980918=2",
        "power_line_frequency=0, 980918=0",
        "pan_absolute=-3600, 9a0908=-3600",
        "white_balance_automatic=off, 98090c=0",
        "white_balance_auto=on, 98090c=1",
        "exposure=300, 9a0901=1 9a0902=300",
        "exposure_time_absolute=300, 9a0901=1 9a0902=300",
        "focus=30, 9a090c=0 9a090a=30",
        "white_balance=4000, 98090c=0 98091a=4000",
        "focus=30;focus_auto=on, 9a090c=1 9a090a=30",
        "exposure=300;exposure_auto=Aperture Priority Mode;brightness=1, 9a0901=3 9a0902=300 980900=1"
    })
    void words_become_numbers_and_the_automatic_is_switched_off_first(String words, String numbers) throws CameraException {
        List<String> set = new ArrayList<>();
        C920.toSet(wanted(words)).forEach((id, value) -> set.add(Integer.toHexString(id) + "=" + value));
        assertThat(String.join(" ", set)).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zoom=1 | the camera has no control zoom; it has brightness, white_balance_auto, power_line_frequency,",
        "brightness=256 | the camera's control brightness takes 0 to 255, not 256",
        "brightness=bright | the camera's control brightness takes 0 to 255, not bright",
        "brightness=99999999999 | takes 0 to 255",
        "white_balance_auto=2 | takes on or off, not 2",
        "exposure_auto=0 | the camera's control exposure_auto takes",
        "tilt=1 | the camera's control tilt can only be read"
    })
    void what_it_does_not_take_is_refused_with_what_it_takes(String words, String message) {
        assertThatThrownBy(() -> C920.toSet(wanted(words))).isInstanceOf(CameraException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void a_camera_without_the_automatic_is_not_asked_to_switch_it_off() throws CameraException {
        V4l2Controls plain = new V4l2Controls(List.of(number(0x9A090A, "Focus, Absolute", 0, 250)));
        assertThat(plain.toSet(Map.of("focus", "5"))).isEqualTo(Map.of(0x9A090A, 5));
    }

    private static Map<String, String> wanted(String words) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String pair : words.strip().split(";")) {
            wanted.put(pair.split("=")[0], pair.split("=")[1]);
        }
        return wanted;
    }

    private static VideoControl number(int id, String label, int least, int most) {
        return control(id, label, Kind.NUMBER, least, most, Map.of(), false);
    }

    private static VideoControl control(
            int id, String label, Kind kind, int least, int most, Map<Integer, String> choices, boolean readOnly) {
        return new VideoControl(id, label, kind, least, most, 1, least, least, choices, false, readOnly);
    }
}
