package org.printwire.posix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists what can be set about a device. Numbers of 64 bits, texts, buttons and fields of numbers are left out. */
final class VideoControls {
    private static final int NEXT = 0x80000000;
    private static final int DISABLED = 0x1;
    private static final int READ_ONLY = 0x4;
    private static final int IDLE = 0x10;
    private static final int PAYLOAD = 0x100;
    private static final int INTEGER = 1;
    private static final int BOOLEAN = 2;
    private static final int MENU = 3;
    private static final int MOST = 1000;
    private static final int MOST_CHOICES = 100;

    private final VideoDevice device;

    VideoControls(VideoDevice device) {
        this.device = device;
    }

    List<VideoControl> all() throws VideoException {
        List<VideoControl> found = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < MOST; i++) {
            VideoStruct answer = device.struct(VideoCall.QUERYCTRL).put(0, last | NEXT);
            if (!device.ask(VideoCall.QUERYCTRL, answer, "list controls")) {
                break;
            }
            last = answer.at(0);
            control(answer).ifPresent(found::add);
        }
        return found;
    }

    private Optional<VideoControl> control(VideoStruct answer) throws VideoException {
        int flags = answer.at(56);
        int type = answer.at(4);
        if ((flags & (DISABLED | PAYLOAD)) != 0 || type < INTEGER || type > MENU) {
            return Optional.empty();
        }
        VideoControl.Kind kind = switch (type) {
            case BOOLEAN -> VideoControl.Kind.SWITCH;
            case MENU -> VideoControl.Kind.MENU;
            default -> VideoControl.Kind.NUMBER;
        };
        int id = answer.at(0);
        VideoStruct value = device.struct(VideoCall.G_CTRL).put(0, id);
        int now = device.error(VideoCall.G_CTRL, value) == 0 ? value.at(4) : answer.at(52);
        Map<Integer, String> choices =
                kind == VideoControl.Kind.MENU ? choices(id, answer.at(40), answer.at(44)) : Map.of();
        return Optional.of(new VideoControl(id, answer.text(8, 32), kind, answer.at(40), answer.at(44), answer.at(48),
                answer.at(52), now, choices, (flags & IDLE) != 0, (flags & READ_ONLY) != 0));
    }

    private Map<Integer, String> choices(int id, int least, int most) throws VideoException {
        Map<Integer, String> choices = new LinkedHashMap<>();
        for (int index = least; index <= Math.min(most, least + MOST_CHOICES); index++) {
            VideoStruct answer = device.struct(VideoCall.QUERYMENU).put(0, id).put(4, index);
            if (device.ask(VideoCall.QUERYMENU, answer, "list a control's values")) {
                choices.put(index, answer.text(8, 32));
            }
        }
        return choices;
    }
}
