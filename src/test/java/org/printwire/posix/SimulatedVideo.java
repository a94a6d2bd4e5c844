package org.printwire.posix;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A kernel with V4L2 cameras, for one ABI. It reads and writes its structures where that ABI's C compiler has the fields,
 * not where the code under test has them. Time passes by what {@code passes} is told, in ms.
 */
public final class SimulatedVideo implements VideoKernel {
    private static final int FRAME_MILLIS = 33;

    private final VideoAbi abi;
    private final IntConsumer passes;
    private final Map<Path, SimulatedCamera> plugged = new LinkedHashMap<>();
    private final Map<Integer, Open> open = new HashMap<>();
    private int next = 3;

    public SimulatedVideo(IntConsumer passes) {
        this("x86-64", passes);
    }

    SimulatedVideo(String abi, IntConsumer passes) {
        this.abi = VideoAbi.of(abi);
        this.passes = passes;
    }

    public void plug(Path device, SimulatedCamera camera) {
        plugged.put(device, camera);
        camera.unplugged = false;
    }

    public void unplug(SimulatedCamera camera) {
        plugged.values().remove(camera);
        camera.unplugged = true;
        camera.streaming = false;
    }

    public List<VideoNode> nodes() {
        return plugged.entrySet().stream()
                .map(each -> new VideoNode(each.getKey(), Optional.ofNullable(each.getValue().byId))).toList();
    }

    public VideoDevice device(Path device) throws VideoException {
        return VideoDevice.open(this, device);
    }

    /** How many descriptors are open now. */
    public int descriptors() {
        return open.size();
    }

    @Override
    public List<VideoLayout> layouts() {
        return VideoLayout.of(abi.layout() == VideoLayout.BITS_64 ? 8 : 4);
    }

    @Override
    public int open(Path device) {
        SimulatedCamera camera = plugged.get(device);
        if (camera == null) {
            return -Libc.ENOENT;
        }
        if (camera.denied) {
            return -Libc.EACCES;
        }
        open.put(next, new Open(camera));
        return next++;
    }

    @Override
    public void close(int descriptor) {
        Open closed = open.remove(descriptor);
        if (closed.owner) {
            closed.camera.streaming = false;
            closed.camera.owned = false;
        }
    }

    @Override
    public Area map(int descriptor, int length, int offset) {
        byte[] memory = open.get(descriptor).buffers[offset / 0x10000];
        open.get(descriptor).camera.areas++;
        return new Area() {
            @Override
            public byte[] read(int count) {
                return Arrays.copyOf(memory, count);
            }

            @Override
            public void release() {
                open.get(descriptor).camera.areas--;
            }
        };
    }

    @Override
    public boolean ready(int descriptor, int timeoutMillis) {
        Open here = open.get(descriptor);
        SimulatedCamera camera = here.camera;
        camera.onWait.run();
        if (camera.unplugged) {
            return true;
        }
        if (here.queued.isEmpty() || camera.silent || timeoutMillis == 0 && camera.waiting == 0) {
            passes.accept(timeoutMillis);
            return false;
        }
        if (camera.waiting > 0) {
            camera.waiting--;
        } else {
            passes.accept(FRAME_MILLIS);
        }
        return true;
    }

    @Override
    public int ioctl(int descriptor, long request, byte[] structure) {
        Open here = open.get(descriptor);
        if (here.camera.unplugged) {
            return -Libc.ENODEV;
        }
        for (VideoCall call : VideoCall.values()) {
            if (abi.request(call.name()) == request) {
                return here.answer(call, new VideoStruct(structure));
            }
        }
        return -Libc.ENOTTY;
    }

    /** One descriptor. */
    private final class Open {
        final SimulatedCamera camera;
        final Deque<Integer> queued = new ArrayDeque<>();
        byte[][] buffers = {};
        boolean owner;

        Open(SimulatedCamera camera) {
            this.camera = camera;
        }

        int answer(VideoCall call, VideoStruct struct) {
            boolean held = camera.elsewhere || camera.owned && !owner;
            return switch (call) {
                case QUERYCAP -> capability(struct);
                case ENUM_FMT -> format(struct);
                case ENUM_FRAMESIZES -> size(struct);
                case G_FMT -> shape(struct);
                case S_FMT -> held ? -Libc.EBUSY : camera.shape(
                        struct.at(abi.at("v4l2_format.fmt.pix.pixelformat")),
                        struct.at(abi.at("v4l2_format.fmt.pix.width")),
                        struct.at(abi.at("v4l2_format.fmt.pix.height"))) ? shape(struct) : -Libc.EINVAL;
                case REQBUFS -> held ? -Libc.EBUSY : request(struct);
                case QUERYBUF -> query(struct);
                case QBUF -> queue(struct);
                case DQBUF -> take(struct);
                case STREAMON -> stream(struct, true);
                case STREAMOFF -> stream(struct, false);
                case QUERYCTRL -> camera.query(struct, abi);
                case QUERYMENU -> camera.menu(struct, abi);
                case G_CTRL -> camera.get(struct, abi);
                case S_CTRL -> camera.set(struct, abi);
            };
        }

        private int capability(VideoStruct struct) {
            text(struct, abi.at("v4l2_capability.driver"), "simulated");
            text(struct, abi.at("v4l2_capability.card"), camera.card);
            text(struct, abi.at("v4l2_capability.bus_info"), camera.bus);
            struct.put(abi.at("v4l2_capability.capabilities"), 0x85200001);
            struct.put(abi.at("v4l2_capability.device_caps"), camera.flags);
            return 0;
        }

        private int format(VideoStruct struct) {
            int index = struct.at(abi.at("v4l2_fmtdesc.index"));
            if (index >= camera.formats.size() || struct.at(abi.at("v4l2_fmtdesc.type")) != 1) {
                return -Libc.EINVAL;
            }
            struct.put(abi.at("v4l2_fmtdesc.pixelformat"), camera.formats.get(index).code());
            text(struct, abi.at("v4l2_fmtdesc.description"), camera.formats.get(index).description());
            return 0;
        }

        private int size(VideoStruct struct) {
            int code = struct.at(abi.at("v4l2_frmsizeenum.pixel_format"));
            int index = struct.at(abi.at("v4l2_frmsizeenum.index"));
            List<VideoSize> sizes = camera.formats.stream().filter(each -> each.code() == code).findFirst()
                    .map(VideoFormat::sizes).orElse(List.of());
            if (index >= sizes.size()) {
                return -Libc.EINVAL;
            }
            VideoSize size = sizes.get(index);
            if (size.stepWidth() == 0) {
                struct.put(abi.at("v4l2_frmsizeenum.type"), 1);
                struct.put(abi.at("v4l2_frmsizeenum.discrete.width"), size.mostWidth());
                struct.put(abi.at("v4l2_frmsizeenum.discrete.height"), size.mostHeight());
                return 0;
            }
            struct.put(abi.at("v4l2_frmsizeenum.type"), 3);
            struct.put(abi.at("v4l2_frmsizeenum.stepwise.min_width"), size.leastWidth());
            struct.put(abi.at("v4l2_frmsizeenum.stepwise.max_width"), size.mostWidth());
            struct.put(abi.at("v4l2_frmsizeenum.stepwise.step_width"), size.stepWidth());
            struct.put(abi.at("v4l2_frmsizeenum.stepwise.min_height"), size.leastHeight());
            struct.put(abi.at("v4l2_frmsizeenum.stepwise.max_height"), size.mostHeight());
            struct.put(abi.at("v4l2_frmsizeenum.stepwise.step_height"), size.stepHeight());
            return 0;
        }

        private int shape(VideoStruct struct) {
            struct.put(abi.at("v4l2_format.fmt.pix.pixelformat"), camera.shape.code());
            struct.put(abi.at("v4l2_format.fmt.pix.width"), camera.shape.width());
            struct.put(abi.at("v4l2_format.fmt.pix.height"), camera.shape.height());
            struct.put(abi.at("v4l2_format.fmt.pix.bytesperline"), camera.shape.stride());
            return 0;
        }

        private int request(VideoStruct struct) {
            int count = Math.min(struct.at(abi.at("v4l2_requestbuffers.count")), 3);
            if (count == 0 && camera.areas > 0) {
                throw new IllegalStateException("buffers were given back while still in use");
            }
            buffers = new byte[count][0x10000];
            queued.clear();
            owner = count > 0;
            camera.owned = owner;
            struct.put(abi.at("v4l2_requestbuffers.count"), count);
            return 0;
        }

        private int query(VideoStruct struct) {
            int index = struct.at(abi.at("v4l2_buffer.index"));
            struct.put(abi.at("v4l2_buffer.m.offset"), index * 0x10000);
            struct.put(abi.at("v4l2_buffer.length"), 0x10000);
            return index < buffers.length ? 0 : -Libc.EINVAL;
        }

        private int queue(VideoStruct struct) {
            if (struct.at(abi.at("v4l2_buffer.memory")) != 1 || struct.at(abi.at("v4l2_buffer.type")) != 1) {
                return -Libc.EINVAL;
            }
            queued.add(struct.at(abi.at("v4l2_buffer.index")));
            return 0;
        }

        private int take(VideoStruct struct) {
            if (!camera.streaming || struct.at(abi.at("v4l2_buffer.memory")) != 1) {
                return -Libc.EINVAL;
            }
            int index = queued.remove();
            byte[] frame = camera.frames.apply(camera.sequence++);
            System.arraycopy(frame, 0, buffers[index], 0, frame.length);
            struct.put(abi.at("v4l2_buffer.index"), index);
            struct.put(abi.at("v4l2_buffer.bytesused"), frame.length);
            struct.put(abi.at("v4l2_buffer.flags"), camera.damaged.test(camera.sequence - 1) ? 0x40 : 0);
            return 0;
        }

        private int stream(VideoStruct struct, boolean on) {
            if (struct.at(0) != 1) {
                return -Libc.EINVAL;
            }
            camera.streaming = on;
            camera.starts += on ? 1 : 0;
            return 0;
        }
    }

    static void text(VideoStruct struct, int place, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, struct.bytes(), place, bytes.length);
    }
}
