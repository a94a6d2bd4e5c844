package org.printwire.config;

import java.io.StringReader;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where in a YAML text the next entry of a list goes.
 *
 * @param insert  the place of the new entry's first character, the beginning of a line or the end of the text
 * @param indent  blanks before the entry
 * @param header  the list's key is not there yet: it goes in front of the entry
 * @param cutFrom with {@code cutTo}: what stands for the empty list and has to go
 */
record ListEnd(int insert, int indent, boolean header, int cutFrom, int cutTo) {

    private static final int STEP = 2;

    /**
     * Of the list under a key of the whole file.
     *
     * @param text YAML without mistakes; places count in it as in a String
     * @return null: the file or the list is written in braces or brackets
     */
    static ListEnd of(String text, String key) {
        LoaderOptions options = new LoaderOptions();
        options.setTagInspector(tag -> true);
        Node root = new Yaml(options).compose(new StringReader(text));
        if (root instanceof ScalarNode || root == null) {
            return new ListEnd(text.length(), STEP, true, 0, 0);
        }
        MappingNode file = (MappingNode) root;
        if (file.getFlowStyle() == FlowStyle.FLOW) {
            return null;
        }
        int column = file.getStartMark().getColumn();
        for (NodeTuple tuple : file.getValue()) {
            if (((ScalarNode) tuple.getKeyNode()).getValue().equals(key)) {
                return of(text, column, tuple.getKeyNode(), tuple.getValueNode());
            }
        }
        return new ListEnd(text.length(), column + STEP, true, 0, 0);
    }

    private static ListEnd of(String text, int column, Node key, Node value) {
        boolean empty = value instanceof ScalarNode || value instanceof SequenceNode list && list.getValue().isEmpty();
        if (empty) {
            boolean written = value.getEndMark().getIndex() > value.getStartMark().getIndex();
            Mark end = written ? value.getEndMark() : key.getEndMark();
            int insert = afterRemarks(text, lineAfter(text, index(text, end)));
            return new ListEnd(insert, column + STEP, false,
                    written ? index(text, key.getEndMark()) + 1 : 0, written ? index(text, end) : 0);
        }
        if (((SequenceNode) value).getFlowStyle() == FlowStyle.FLOW) {
            return null;
        }
        return new ListEnd(afterRemarks(text, lineAfter(text, index(text, end(value)))),
                value.getStartMark().getColumn(), false, 0, 0);
    }

    /** The end of the last thing in it; a block's own end is where the next one begins. */
    private static Mark end(Node node) {
        if (node instanceof SequenceNode list && list.getFlowStyle() != FlowStyle.FLOW && !list.getValue().isEmpty()) {
            return end(list.getValue().get(list.getValue().size() - 1));
        }
        if (node instanceof MappingNode map && map.getFlowStyle() != FlowStyle.FLOW && !map.getValue().isEmpty()) {
            return end(map.getValue().get(map.getValue().size() - 1).getValueNode());
        }
        return node.getEndMark();
    }

    /** The beginning of the next line, of this one if it is there already. */
    private static int lineAfter(String text, int index) {
        if (index > 0 && text.charAt(index - 1) == '\n') {
            return index;
        }
        return lineEnd(text, index);
    }

    /**
     * Remarks below an entry mostly are its settings that are switched off, so the new one goes below them; but not
     * those that stand right above another key.
     */
    private static int afterRemarks(String text, int begin) {
        int line = begin;
        while (text.substring(line, lineEnd(text, line)).stripLeading().startsWith("#")) {
            line = lineEnd(text, line);
        }
        return text.substring(line, lineEnd(text, line)).isBlank() ? line : begin;
    }

    private static int lineEnd(String text, int begin) {
        int end = text.indexOf('\n', begin);
        return end < 0 ? text.length() : end + 1;
    }

    /** The parser counts characters outside of the first plane once. */
    private static int index(String text, Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
