package org.printwire.config;

import java.util.List;

/** A value in a YAML file, with the line (from 1) on which it begins. */
sealed interface YamlNode {

    int line();

    /** What it is, for people: "a list". */
    String kind();

    record Mapping(int line, List<Entry> entries) implements YamlNode {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** {@code text}: as written, without quotes; of a flag, which YAML also writes yes, no, on and off, true or false. */
    record Scalar(int line, Type type, String text) implements YamlNode {
        @Override
        public String kind() {
            return type.kind;
        }

        boolean nothing() {
            return type == Type.NOTHING;
        }
    }

    /** A key with its value; {@code line} is the key's. */
    record Entry(int line, String key, YamlNode value) {}

    enum Type {
        TEXT("a text"), INTEGER("a number"), DECIMAL("a number"), FLAG("true or false"), NOTHING("empty");

        private final String kind;

        Type(String kind) {
            this.kind = kind;
        }
    }
}
