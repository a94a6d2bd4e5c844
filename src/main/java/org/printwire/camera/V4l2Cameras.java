package org.printwire.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.printwire.posix.DeviceHolder;
import org.printwire.posix.VideoCapability;
import org.printwire.posix.VideoDevice;
import org.printwire.posix.VideoException;
import org.printwire.posix.VideoFormat;
import org.printwire.posix.VideoNode;

/** Looks for V4L2 cameras. To look opens each video device for a moment and disturbs nobody who uses it. */
public final class V4l2Cameras {
    private static final Path NAMES = Path.of("/sys/class/video4linux");

    private final VideoSystem system;

    V4l2Cameras(VideoSystem system) {
        this.system = system;
    }

    /**
     * The cameras of this machine, by their device's number: what gives pictures as a webcam does, and what this user
     * may not look at. Takes some ten milliseconds each. Any thread.
     */
    public static List<FoundCamera> found() {
        return new V4l2Cameras(VideoSystem.REAL).all();
    }

    List<FoundCamera> all() {
        List<FoundCamera> found = new ArrayList<>();
        for (VideoNode node : system.nodes()) {
            look(node).ifPresent(found::add);
        }
        return found;
    }

    private Optional<FoundCamera> look(VideoNode node) {
        try (VideoDevice device = system.open(node.device())) {
            VideoCapability capability = device.capability();
            if (!capability.captures()) {
                return Optional.empty();
            }
            Optional<DeviceHolder> holder = system.holder(node.device());
            List<VideoFormat> formats = device.formats();
            Optional<String> problem = V4l2Choice.readable(formats)
                    ? Optional.empty() : Optional.of(V4l2Fault.unreadable(node.device(), formats));
            return Optional.of(new FoundCamera(capability.card(), node.device(), capability.driver(), capability.bus(),
                    node.byId(), formats, device.controls(), device.busy(), holder, problem));
        } catch (VideoException e) {
            if (e.reason() == VideoException.Reason.GONE || e.reason() == VideoException.Reason.UNSUPPORTED) {
                return Optional.empty(); // Unplugged meanwhile, or no video device at all.
            }
            return Optional.of(new FoundCamera(name(node.device()), node.device(), "", "", node.byId(), List.of(),
                    List.of(), false, Optional.empty(), Optional.of(V4l2Fault.say(e, node.device(), system))));
        }
    }

    /** The kernel tells it without the device being opened. */
    private static String name(Path device) {
        try {
            return Files.readString(NAMES.resolve(device.getFileName()).resolve("name")).strip();
        } catch (IOException e) {
            return device.getFileName().toString();
        }
    }

    /**
     * The camera that is meant.
     *
     * @param wanted see {@link V4l2Settings#device}
     * @param before the one that was used last, which may have another number now; null: none
     * @throws CameraException there is none such
     */
    CameraNode find(String wanted, CameraNode before) throws CameraException {
        List<CameraNode> all = nodes();
        Optional<CameraNode> again = all.stream().filter(each -> before != null && each.same(before)).findFirst();
        if (again.isPresent()) {
            return again.get();
        }
        if (wanted != null && wanted.startsWith("/")) {
            return at(Path.of(wanted));
        }
        Optional<CameraNode> found = all.stream().filter(each -> wanted == null || each.called(wanted))
                .min(Comparator.comparing(each -> !each.readable()));
        return found.orElseThrow(() -> new CameraException(V4l2Fault.gone(missing(wanted, before))));
    }

    private static String missing(String wanted, CameraNode before) {
        if (before != null) {
            return before.node().device() + " (" + before.capability().card() + ")";
        }
        return wanted == null ? "a camera" : "a camera called " + wanted;
    }

    List<CameraNode> nodes() {
        List<CameraNode> nodes = new ArrayList<>();
        for (VideoNode node : system.nodes()) {
            try (VideoDevice device = system.open(node.device())) {
                VideoCapability capability = device.capability();
                if (capability.captures()) {
                    nodes.add(new CameraNode(node, capability, V4l2Choice.readable(device.formats())));
                }
            } catch (VideoException e) {
                // Not one that can be used now; the wanted one is opened again and says why.
            }
        }
        return nodes;
    }

    private CameraNode at(Path path) throws CameraException {
        Path device = path;
        try {
            device = path.toRealPath();
        } catch (IOException e) {
            // Opening it says what is wrong.
        }
        try (VideoDevice open = system.open(device)) {
            VideoCapability capability = open.capability();
            if (!capability.captures()) {
                throw new CameraException(path + " (" + capability.card() + ") gives no pictures as a webcam does;"
                        + " printwire camera list shows which do; for a ribbon camera use type command with rpicam-still");
            }
            Optional<Path> byId = system.nodes().stream().filter(node -> node.device().equals(open.path()))
                    .findFirst().flatMap(VideoNode::byId);
            return new CameraNode(new VideoNode(device, byId), capability, V4l2Choice.readable(open.formats()));
        } catch (VideoException e) {
            throw new CameraException(V4l2Fault.say(e, path, system), e);
        }
    }

    /**
     * A camera by what stays the same of it.
     *
     * @param readable whether it has frames that can be read here
     */
    record CameraNode(VideoNode node, VideoCapability capability, boolean readable) {

        boolean same(CameraNode other) {
            if (node.byId().isPresent() || other.node.byId().isPresent()) {
                return node.byId().equals(other.node.byId());
            }
            return capability.card().equals(other.capability.card()) && capability.bus().equals(other.capability.bus());
        }

        boolean called(String name) {
            String part = name.toLowerCase(Locale.ROOT);
            return capability.card().toLowerCase(Locale.ROOT).contains(part)
                    || node.byId().filter(id -> id.getFileName().toString().toLowerCase(Locale.ROOT).contains(part))
                            .isPresent();
        }
    }
}
