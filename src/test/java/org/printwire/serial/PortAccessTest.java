package org.printwire.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;

class PortAccessTest {
    @Test
    void the_group_that_may_use_the_device_is_named_with_the_command() {
        assertThat(PortAccess.denied("/dev/ttyACM0", device("root", "dialout", "rw-rw----")))
                .hasMessage("you may not use /dev/ttyACM0: it is for the group dialout."
                        + " Add yourself: sudo usermod -aG dialout $USER, then log out and in again");
    }

    @Test
    void nobody_is_told_to_join_the_group_root() {
        assertThat(PortAccess.denied("/dev/ttyACM0", device("root", "root", "rw-rw----")))
                .hasMessageContaining("only root may")
                .hasMessageContaining("setfacl")
                .hasMessageNotContaining("usermod");
    }

    @Test
    void a_group_that_may_not_write_is_no_help() {
        assertThat(PortAccess.denied("/dev/ttyS0", device("root", "tty", "rw-r-----")))
                .hasMessageNotContaining("usermod");
    }

    private static PosixFileAttributes device(String owner, String group, String permissions) {
        return (PosixFileAttributes) Proxy.newProxyInstance(
                PortAccessTest.class.getClassLoader(),
                new Class<?>[] {PosixFileAttributes.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "owner" -> (UserPrincipal) () -> owner;
                    case "group" -> named(group);
                    case "permissions" -> PosixFilePermissions.fromString(permissions);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static GroupPrincipal named(String name) {
        return () -> name;
    }
}
