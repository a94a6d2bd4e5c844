package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTextTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "512, 512", "512b, 512", "5kB, 5000", "200MB, 200000000", "200 mb, 200000000", "1TB, 1000000000000"})
    void sizes_are_read(String text, long bytes) {
        assertThat(SizeText.parse(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "1.5GB", "-1", "200MiB", "9999999999999999", "999999999999999TB"})
    void anything_else_is_none(String text) {
        assertThat(SizeText.parse(text)).isEmpty();
    }

    @Property
    void what_is_written_is_read_as_the_same_size(@ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long bytes) {
        assertThat(SizeText.parse(SizeText.of(bytes))).contains(bytes);
        assertThat(SizeText.parse(SizeText.of(bytes * 1000))).contains(bytes * 1000);
    }
}
