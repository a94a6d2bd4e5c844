package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutedHashTest {
    @Test
    void the_hash_is_the_one_that_the_independent_emulator_computes() {
        ExecutedHash hash = ExecutedHash.of(List.of("G28", "M105", "G1 X10 Y5.5 F3000", "M601", "M117 hello *x*"));

        assertThat(hash.hex()).isEqualTo("ebecca43ef1c4ba1");
        assertThat(hash.count()).isEqualTo(4);
    }

    @Test
    void housekeeping_is_told_by_the_whole_first_word() {
        assertThat(ExecutedHash.housekeeping("M20")).isTrue();
        assertThat(ExecutedHash.housekeeping("M110 N5")).isTrue();
        assertThat(ExecutedHash.housekeeping("M203 X5")).isFalse();
        assertThat(ExecutedHash.housekeeping("M601")).isFalse();
    }
}
