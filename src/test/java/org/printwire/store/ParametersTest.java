package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.printwire.json.Json;

class ParametersTest {

    @Property(tries = 500)
    void what_is_laid_over_the_events_values_gives_the_deliverys(
            @ForAll("values") Map<String, Object> values, @ForAll("values") Map<String, Object> shared) {
        Map<String, Object> back = Parameters.of(values, shared).over(Json.object(shared));

        assertThat(back).isEqualTo(values);
        assertThat(new ArrayList<>(back.keySet())).isEqualTo(new ArrayList<>(values.keySet()));
    }

    @Example
    void only_what_differs_is_stored() {
        Map<String, Object> shared = Samples.values(1);
        Map<String, Object> values = Samples.values(1);

        assertThat(Parameters.of(values, shared)).isEqualTo(new Parameters(null, false));
        values.put("topic", "Error");
        assertThat(Parameters.of(values, shared)).isEqualTo(new Parameters("{\"topic\":\"Error\"}", false));
    }

    @Example
    void another_order_within_a_value_is_kept() {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("a", 1);
        order.put("b", 2);
        Map<String, Object> turned = new LinkedHashMap<>();
        turned.put("b", 2);
        turned.put("a", 1);

        Map<String, Object> back = Parameters.of(Map.of("x", turned), Map.of("x", order)).over("{\"x\":{\"a\":1,\"b\":2}}");

        assertThat(back).hasToString("{x={b=2, a=1}}");
    }

    @Provide
    Arbitrary<Map<String, Object>> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(Arbitraries.just(null), Arbitraries.integers().map(n -> (Object) n),
                Arbitraries.strings().all().excludeChars('\uD800').ofMaxLength(3).map(text -> (Object) text),
                Arbitraries.of(true, false), Arbitraries.doubles().map(n -> (Object) n),
                Arbitraries.longs().greaterOrEqual(3_000_000_000L).map(n -> (Object) n));
        Arbitrary<Object> any = Arbitraries.oneOf(scalars, scalars.list().ofMaxSize(2).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.of("p", "q"), scalars).map(map -> (Object) map));
        Arbitrary<List<String>> names = Arbitraries.shuffle("topic", "extra", "job").flatMap(list ->
                Arbitraries.integers().between(2, 3).map(size -> list.subList(0, size)));
        return names.flatMap(list -> any.list().ofSize(list.size()).map(values -> {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < list.size(); i++) {
                map.put(list.get(i), values.get(i));
            }
            return map;
        }));
    }
}
