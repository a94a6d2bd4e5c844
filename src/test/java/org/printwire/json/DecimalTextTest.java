package org.printwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class DecimalTextTest {

    @Test
    void a_fraction_has_no_exponent_and_at_least_one_decimal() {
        assertThat(DecimalText.plain(50.0)).isEqualTo("50.0");
        assertThat(DecimalText.plain(1e7)).isEqualTo("10000000.0");
        assertThat(DecimalText.plain(10890569.5)).isEqualTo("10890569.5");
        assertThat(DecimalText.plain(1e-5)).isEqualTo("0.00001");
        assertThat(DecimalText.plain(1e23)).isEqualTo("100000000000000000000000.0");
        assertThat(DecimalText.plain(-0.0)).isEqualTo("-0.0");
        assertThat(DecimalText.plain(0.1f)).isEqualTo("0.1");
        assertThat(DecimalText.plain(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void the_digits_are_the_shortest_on_every_java() {
        assertThat(DecimalText.plain(0x1p-44)).isEqualTo("0.00000000000005684341886080802");
    }

    @Test
    void whole_numbers_are_digits() {
        assertThat(DecimalText.plain(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
        assertThat(DecimalText.plain(BigInteger.TEN.pow(30))).isEqualTo("1" + "0".repeat(30));
        assertThat(DecimalText.plain(new BigDecimal("1E+3"))).isEqualTo("1000");
    }
}
