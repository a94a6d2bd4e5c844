package org.printwire.posix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** A camera for {@link SimulatedVideo}: fields are what it is and what a test wants to know of it. */
public final class SimulatedCamera {
    static final int CAPTURES = 0x5200001;

    public String card = "Simulated Cam";
    public String bus = "usb-1";
    public Path byId;
    public int flags = CAPTURES;
    public List<VideoFormat> formats = new ArrayList<>();
    public List<VideoControl> controls = new ArrayList<>();
    /** The bytes of each frame, by its number. */
    public IntFunction<byte[]> frames = sequence -> new byte[] {(byte) sequence};
    /** Whether the driver says of a frame that it is damaged. */
    public IntPredicate damaged = sequence -> false;
    /** Frames that are there already. */
    public int waiting;
    public boolean silent;
    public boolean denied;
    /** Another process streams. */
    public boolean elsewhere;
    /** Done whenever somebody waits for a frame. */
    public Runnable onWait = () -> {};

    public boolean streaming;
    public int starts;
    public int sequence;
    public final List<String> set = new ArrayList<>();

    VideoShape shape = new VideoShape(0, 0, 0, 0);
    boolean unplugged;
    boolean owned;
    int areas;

    public static SimulatedCamera of(String letters, VideoSize... sizes) {
        SimulatedCamera camera = new SimulatedCamera();
        camera.formats.add(format(letters, sizes));
        return camera;
    }

    public static VideoFormat format(String letters, VideoSize... sizes) {
        int code = 0;
        for (int i = 3; i >= 0; i--) {
            code = code << 8 | letters.charAt(i);
        }
        return new VideoFormat(code, "described " + letters, List.of(sizes));
    }

    boolean shape(int code, int width, int height) {
        shape = new VideoShape(code, width, height, width * 2);
        return formats.stream().anyMatch(format -> format.code() == code);
    }

    int query(VideoStruct struct, VideoAbi abi) {
        int after = struct.at(abi.at("v4l2_queryctrl.id")) & 0x7FFFFFFF;
        VideoControl control = controls.stream().filter(each -> each.id() > after).findFirst().orElse(null);
        if (control == null) {
            return -Libc.EINVAL;
        }
        struct.put(abi.at("v4l2_queryctrl.id"), control.id());
        struct.put(abi.at("v4l2_queryctrl.type"), control.kind().ordinal() + 1);
        SimulatedVideo.text(struct, abi.at("v4l2_queryctrl.name"), control.label());
        struct.put(abi.at("v4l2_queryctrl.minimum"), control.least());
        struct.put(abi.at("v4l2_queryctrl.maximum"), control.most());
        struct.put(abi.at("v4l2_queryctrl.step"), control.step());
        struct.put(abi.at("v4l2_queryctrl.default_value"), control.standard());
        struct.put(abi.at("v4l2_queryctrl.flags"), (control.idle() ? 0x10 : 0) | (control.readOnly() ? 0x4 : 0));
        return 0;
    }

    int menu(VideoStruct struct, VideoAbi abi) {
        String choice = control(struct.at(abi.at("v4l2_querymenu.id"))).choices()
                .get(struct.at(abi.at("v4l2_querymenu.index")));
        if (choice == null) {
            return -Libc.EINVAL;
        }
        SimulatedVideo.text(struct, abi.at("v4l2_querymenu.name"), choice);
        return 0;
    }

    int get(VideoStruct struct, VideoAbi abi) {
        struct.put(abi.at("v4l2_control.value"), control(struct.at(abi.at("v4l2_control.id"))).value());
        return 0;
    }

    int set(VideoStruct struct, VideoAbi abi) {
        set.add(control(struct.at(abi.at("v4l2_control.id"))).name() + "=" + struct.at(abi.at("v4l2_control.value")));
        return 0;
    }

    private VideoControl control(int id) {
        return controls.stream().filter(each -> each.id() == id).findFirst().orElseThrow();
    }
}
