package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HeaderTextPropertyTest {

    @Property(tries = 500)
    void every_text_is_one_line_of_ascii_without_control_characters(@ForAll String text) {
        assertThat(HeaderText.of(text)).matches("[ -~]*").doesNotStartWith(" ").doesNotEndWith(" ");
    }
}
