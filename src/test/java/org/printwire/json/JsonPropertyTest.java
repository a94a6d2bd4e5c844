package org.printwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonPropertyTest {

    @Property(tries = 300)
    void any_object_of_texts_comes_back_as_it_was(@ForAll Map<String, String> object) {
        assertThat(Json.parseObject(Json.object(object))).isEqualTo(object);
    }
}
