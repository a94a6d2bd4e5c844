package org.printwire.camera;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.printwire.posix.VideoControl;
import org.printwire.posix.VideoControl.Kind;

/**
 * What is to be set about a camera, from words to numbers. A name is one that the camera shows ({@code
 * power_line_frequency}) or one of the short ones here, which mean the same whatever the kernel's version calls it. A
 * value is a number, {@code on} or {@code off}, or the text of a menu's entry ({@code 50 Hz}).
 *
 * <p>Whoever sets the exposure, the focus or the white balance means it: the automatic for it is switched off first.
 */
record V4l2Controls(List<VideoControl> offered) {
    /** Short names, with V4L2's numbers for them (v4l2-controls.h, Linux 6.1). */
    private static final Map<String, Integer> SHORT = Map.ofEntries(
            Map.entry("brightness", 0x980900), Map.entry("contrast", 0x980901), Map.entry("saturation", 0x980902),
            Map.entry("white_balance_auto", 0x98090C), Map.entry("gain", 0x980913),
            Map.entry("power_line_frequency", 0x980918), Map.entry("white_balance", 0x98091A),
            Map.entry("sharpness", 0x98091B), Map.entry("backlight_compensation", 0x98091C),
            Map.entry("exposure_auto", 0x9A0901), Map.entry("exposure", 0x9A0902),
            Map.entry("focus", 0x9A090A), Map.entry("focus_auto", 0x9A090C), Map.entry("zoom", 0x9A090D));
    private static final int EXPOSURE_AUTO = 0x9A0901;
    /** V4L2_EXPOSURE_MANUAL. */
    private static final int EXPOSURE_BY_HAND = 1;
    /** What has to be off, and its value for off, for a control to have effect. */
    private static final Map<Integer, Map.Entry<Integer, Integer>> AUTOMATIC = Map.of(
            0x9A0902, Map.entry(EXPOSURE_AUTO, EXPOSURE_BY_HAND),
            0x9A090A, Map.entry(0x9A090C, 0),
            0x98091A, Map.entry(0x98090C, 0));

    /**
     * Numbers to set, in that order.
     *
     * @throws CameraException the camera has no such control or does not take that value; the message says what it does
     */
    Map<Integer, Integer> toSet(Map<String, String> wanted) throws CameraException {
        Map<Integer, Integer> given = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            VideoControl control = named(each.getKey());
            given.put(control.id(), value(control, each.getValue()));
        }
        Map<Integer, Integer> ordered = new LinkedHashMap<>();
        for (int id : given.keySet()) {
            Map.Entry<Integer, Integer> automatic = AUTOMATIC.get(id);
            if (automatic != null && has(automatic.getKey())) {
                ordered.put(automatic.getKey(), automatic.getValue());
            }
        }
        AUTOMATIC.values().stream().filter(automatic -> given.containsKey(automatic.getKey()))
                .forEach(automatic -> ordered.put(automatic.getKey(), given.get(automatic.getKey())));
        ordered.keySet().forEach(given::remove);
        ordered.putAll(given);
        return ordered;
    }

    private boolean has(int id) {
        return offered.stream().anyMatch(control -> control.id() == id);
    }

    private VideoControl named(String name) throws CameraException {
        String word = name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        Integer id = SHORT.get(word);
        VideoControl control = offered.stream()
                .filter(each -> id != null ? each.id() == id : each.name().equals(word)).findFirst()
                .orElseThrow(() -> new CameraException("the camera has no control " + name + "; it has " + names()));
        if (control.readOnly()) {
            throw new CameraException("the camera's control " + name + " can only be read");
        }
        return control;
    }

    private String names() {
        return offered.isEmpty() ? "none" : offered.stream().filter(control -> !control.readOnly())
                .map(V4l2Controls::name).collect(Collectors.joining(", "));
    }

    /** The short name where there is one. */
    static String name(VideoControl control) {
        return SHORT.entrySet().stream().filter(each -> each.getValue() == control.id()).map(Map.Entry::getKey)
                .findFirst().orElse(control.name());
    }

    private static int value(VideoControl control, String text) throws CameraException {
        for (Map.Entry<Integer, String> choice : control.choices().entrySet()) {
            if (choice.getValue().equalsIgnoreCase(text.strip())) {
                return choice.getKey();
            }
        }
        String number = switch (control.kind()) {
            case SWITCH -> text.strip().toLowerCase(Locale.ROOT)
                    .replaceFirst("^(on|true|yes)$", "1").replaceFirst("^(off|false|no)$", "0");
            case NUMBER, MENU -> text.strip();
        };
        if (number.matches("[+-]?\\d{1,9}")) {
            int value = Integer.parseInt(number);
            boolean known = control.kind() != Kind.MENU || control.choices().containsKey(value);
            if (value >= control.least() && value <= control.most() && known) {
                return value;
            }
        }
        throw new CameraException("the camera's control " + name(control) + " takes " + range(control)
                + ", not " + text);
    }

    /** What a control is set to, for people. */
    static String value(VideoControl control) {
        return switch (control.kind()) {
            case SWITCH -> control.value() == 0 ? "off" : "on";
            case MENU -> control.choices().getOrDefault(control.value(), String.valueOf(control.value()));
            case NUMBER -> String.valueOf(control.value());
        };
    }

    /** What a control takes, for people. */
    static String range(VideoControl control) {
        return switch (control.kind()) {
            case SWITCH -> "on or off";
            case MENU -> String.join(" or ", control.choices().values());
            case NUMBER -> control.least() + " to " + control.most();
        };
    }
}
