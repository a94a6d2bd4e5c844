package org.printwire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Fractions in JSON: plain decimals, never 1.0E7; null for what JSON has no number for. */
final class Decimals {

    private Decimals() {}

    static Module module() {
        SimpleModule module = new SimpleModule("decimals") {
            private static final long serialVersionUID = 1L;
        };
        for (Class<?> type : new Class<?>[] {Double.class, Double.TYPE, Float.class, Float.TYPE}) {
            add(module, type);
        }
        return module;
    }

    @SuppressWarnings("unchecked")
    private static void add(SimpleModule module, Class<?> type) {
        module.addSerializer((Class<Number>) type, new Writer());
    }

    private static final class Writer extends StdSerializer<Number> {

        private static final long serialVersionUID = 1L;

        Writer() {
            super(Number.class);
        }

        @Override
        public void serialize(Number value, JsonGenerator out, SerializerProvider provider) throws IOException {
            double number = DecimalText.wide(value);
            if (Double.isFinite(number)) {
                out.writeNumber(DecimalText.decimal(number));
            } else {
                out.writeNull();
            }
        }
    }
}
