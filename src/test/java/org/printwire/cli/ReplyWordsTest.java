package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.marlin.Reply;

class ReplyWordsTest {

    static Stream<String> kinds() {
        return Stream.of(Reply.class.getPermittedSubclasses()).flatMap(kind -> switch (kind.getSimpleName()) {
            case "Busy" -> named(kind, Reply.Busy.Kind.values());
            case "Fault" -> named(kind, Reply.Fault.Kind.values());
            case "ReceiveLoss" -> named(kind, Reply.ReceiveLoss.Kind.values());
            default -> Stream.of(kind.getSimpleName());
        });
    }

    private static Stream<String> named(Class<?> kind, Enum<?>[] values) {
        return Stream.of(values).map(value -> kind.getSimpleName() + " " + value);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_line_has_words_for_people(String kind) {
        assertThat(ReplyWords.of(kind)).isNotEqualTo(kind);
    }
}
