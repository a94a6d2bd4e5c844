package org.printwire.posix;

import java.io.IOException;

/** Another process has the device's lock. */
public final class DeviceHeldException extends IOException {
    private final transient DeviceHolder holder;

    DeviceHeldException(DeviceHolder holder) {
        super("held by " + holder);
        this.holder = holder;
    }

    /** Who has it. */
    public DeviceHolder holder() {
        return holder;
    }
}
