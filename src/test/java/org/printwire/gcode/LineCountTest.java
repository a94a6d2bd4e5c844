package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines up to a byte. */
class LineCountTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0,0", "2,0", "3,1", "7,2", "10,3", "14,4", "99,4"})
    void each_kind_of_line_end_counts_once(long bytes, long lines) throws Exception {
        Path file = Files.writeString(folder.resolve("a.gcode"), "G1\nG2\r\nG3\rG4\r\n");
        assertThat(LineCount.upTo(file, bytes)).isEqualTo(lines);
    }
}
