package org.printwire.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.printwire.config.CameraSection.Type;

/** Reads {@code cameras:}. */
final class CameraReader {

    /** The key that says where the picture comes from, by type. */
    private static final Map<Type, String> SOURCE = Map.of(Type.V4L2, "device", Type.HTTP, "url", Type.COMMAND, "command");

    private final SecretReader secrets;

    CameraReader(SecretReader secrets) {
        this.secrets = secrets;
    }

    List<CameraSection> read(List<Section> sections) {
        List<CameraSection> cameras = new ArrayList<>();
        for (Section section : sections) {
            CameraSection camera = read(section, "camera-" + (cameras.size() + 1));
            if (cameras.stream().anyMatch(other -> other.name().equals(camera.name()))) {
                section.problem("name", "there is another camera '" + camera.name() + "'", "write another name");
            }
            cameras.add(camera);
        }
        return List.copyOf(cameras);
    }

    private CameraSection read(Section section, String defaultName) {
        String name = section.text("name").orElse(defaultName);
        Optional<Type> type = type(section);
        Optional<String> device = section.text("device");
        Optional<String> url = secrets.read(section, "url").map(Secret::reveal)
                .filter(text -> WebAddress.check(section, "url", text));
        Optional<List<String>> command = section.texts("command");
        type.ifPresent(known -> checkSource(section, known));
        int rotate = section.integer("rotate", -360, 360).orElse(0);
        if (!List.of(0, 90, 180, 270).contains(rotate)) {
            section.problem("rotate", "must be 0, 90, 180 or 270 degrees clockwise, not " + rotate, "");
        }
        boolean flipHorizontal = section.flag("flipHorizontal").orElse(false);
        boolean flipVertical = section.flag("flipVertical").orElse(false);
        PictureSection picture = PictureReader.read(section.section("picture"));
        section.finish();
        return new CameraSection(name, type.orElse(Type.TEST), device.orElse(null), url.orElse(null),
                command.orElse(null), rotate, flipHorizontal, flipVertical, picture);
    }

    private static Optional<Type> type(Section section) {
        if (section.node("type").isEmpty()) {
            section.problem("type", "is missing", "write type: http or type: test");
            return Optional.empty();
        }
        List<String> names = Stream.of(Type.values()).map(type -> type.name().toLowerCase(Locale.ROOT)).toList();
        Optional<Type> type =
                section.choice("type", names).map(name -> Type.valueOf(name.toUpperCase(Locale.ROOT)));
        if (type.isPresent() && (type.get() == Type.V4L2 || type.get() == Type.COMMAND)) {
            section.problem("type", "not built yet", "write type: http with the snapshot url of a streamer such as"
                    + " ustreamer, or type: test");
        }
        return type;
    }

    private static void checkSource(Section section, Type type) {
        String wanted = SOURCE.get(type);
        for (String key : SOURCE.values().stream().sorted().toList()) {
            boolean there = section.node(key).isPresent();
            if (there && !key.equals(wanted)) {
                section.problem(key, "is not for type " + type.name().toLowerCase(Locale.ROOT), "leave it out");
            } else if (!there && key.equals(wanted)) {
                section.problem(key, "is missing", "write " + key + ": " + example(type));
            }
        }
    }

    private static String example(Type type) {
        return switch (type) {
            case V4L2 -> "/dev/video0";
            case HTTP -> "http://127.0.0.1:8080/snapshot";
            case COMMAND -> "[rpicam-still, -n, -o, \"-\"]";
            case TEST -> "";
        };
    }
}
