package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.marlin.ReplyParser;

class PackingTalkTest {

    private static final String BEGIN = "3bfffffbfffff7cccccc";
    private static final String QUERY = "fffff8";
    private static final String END = "fffff90a0a";

    private final List<String> sent = new ArrayList<>();
    private long nanos = 1;

    @Test
    void lines_are_packed_when_the_printer_has_said_so_twice() {
        PackingTalk talk = begun(PackingTalk.beginning(true));
        sends(BEGIN);
        hears(talk, " [MP] PV01 ON ESP");
        sends();
        hears(talk, " [MP] PV01 ON NSP");
        sends(QUERY);
        hears(talk, "[MP] PV01 ON NSP");
        assertThat(talk.end()).isEmpty();
        waits(talk, 250);
        assertThat(talk.end()).contains(PackingTalk.End.AGREED);
        sends();
    }

    @Test
    void a_printer_that_says_nothing_is_asked_twice_and_gets_text() {
        PackingTalk talk = begun(PackingTalk.beginning(true));
        waits(talk, 999);
        sends(BEGIN);
        waits(talk, 1001);
        sends(BEGIN, END);
        waits(talk, 250);
        assertThat(talk.end()).contains(PackingTalk.End.SILENT);
    }

    @Test
    void a_lost_answer_to_the_question_begins_it_once_more() {
        PackingTalk talk = begun(PackingTalk.beginning(true));
        hears(talk, "[MP] PV01 ON NSP");
        waits(talk, 1000);
        sends(BEGIN, QUERY, BEGIN);
        hears(talk, "[MP] PV01 ON NSP", "[MP] PV01 ON NSP");
        waits(talk, 250);
        assertThat(talk.end()).contains(PackingTalk.End.AGREED);
    }

    @Test
    void a_report_that_takes_it_back_counts() {
        PackingTalk talk = begun(PackingTalk.beginning(true));
        hears(talk, "[MP] PV01 ON NSP", "[MP] PV01 ON NSP");
        hears(talk, "[MP] PV01 OFF NSP");
        sends(BEGIN, QUERY, BEGIN);
    }

    @Test
    void a_late_ok_is_waited_out() {
        PackingTalk talk = begun(PackingTalk.beginning(true));
        hears(talk, "[MP] PV01 ON NSP", "[MP] PV01 ON NSP");
        waits(talk, 200);
        hears(talk, "ok");
        waits(talk, 200);
        assertThat(talk.end()).isEmpty();
        waits(talk, 50);
        assertThat(talk.end()).contains(PackingTalk.End.AGREED);
    }

    @Test
    void a_damaged_report_is_none() {
        PackingTalk talk = begun(PackingTalk.beginning(true));
        hears(talk, "[MP] PV01 OFF NSP", "[MP] PV01 ON NSQ", "[MP] PV01 ON", "[MP] PV02 ON NSP", "x[MP] PV01 ON NSP");
        sends(BEGIN);
    }

    @Test
    void a_board_that_boots_ends_it() {
        PackingTalk talk = begun(PackingTalk.beginning(false));
        hears(talk, "start");
        assertThat(talk.end()).contains(PackingTalk.End.RESTARTED);
    }

    @Test
    void text_is_agreed_on_by_one_report() {
        PackingTalk talk = begun(PackingTalk.ending());
        sends(END);
        hears(talk, "[MP] PV01 OFF ESP");
        waits(talk, 250);
        assertThat(talk.end()).contains(PackingTalk.End.AGREED);
        assertThat(talk.deadline()).isEqualTo(Long.MAX_VALUE);
    }

    private PackingTalk begun(PackingTalk talk) {
        talk.begun(nanos);
        note(talk.on(new Input.Tick(), nanos));
        return talk;
    }

    private void hears(PackingTalk talk, String... lines) {
        for (String line : lines) {
            note(talk.on(new Input.Received(ReplyParser.parse(line), line), nanos));
        }
    }

    private void waits(PackingTalk talk, long millis) {
        long end = nanos + millis * 1_000_000;
        while (nanos < end) {
            nanos = Math.min(end, Math.max(nanos + 1, talk.deadline()));
            note(talk.on(new Input.Tick(), nanos));
        }
    }

    private void sends(String... hex) {
        assertThat(sent).containsExactly(hex);
        sent.clear();
    }

    private void note(List<Action> actions) {
        for (Action action : actions) {
            Action.Send send = (Action.Send) action;
            assertThat(send.frame().line()).startsWith("; MeatPack: ");
            sent.add(HexFormat.of().formatHex(send.bytes()));
        }
    }
}
