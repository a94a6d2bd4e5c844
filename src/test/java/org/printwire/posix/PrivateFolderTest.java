package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_new_folder_and_those_above_it_are_for_the_owner_alone() throws IOException {
        Path made = PrivateFolder.make(folder.resolve("a/b"));
        assertThat(permissions(made)).isEqualTo("rwx------");
        assertThat(permissions(made.getParent())).isEqualTo("rwx------");
    }

    @Test
    void one_that_is_there_already_is_taken() throws IOException {
        Path made = PrivateFolder.make(folder.resolve("a"));
        assertThat(PrivateFolder.make(folder.resolve("a"))).isEqualTo(made);
    }

    @Test
    void one_that_others_may_write_in_is_refused() throws IOException {
        Path open = PrivateFolder.make(folder.resolve("a"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> PrivateFolder.make(open))
                .isInstanceOf(IOException.class)
                .hasMessage("other users may write in " + open);
    }

    @Test
    void another_users_is_refused_also_behind_a_link() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), theirs());
        assertThatThrownBy(() -> PrivateFolder.make(link)).hasMessage(link + " is another user's");
    }

    private Path theirs() throws IOException {
        if (!Files.getAttribute(folder, "unix:uid").equals(0)) {
            return Path.of("/");
        }
        Path given = Files.createDirectory(folder.resolve("given"));
        Files.setAttribute(given, "unix:uid", 65534);
        return given;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
