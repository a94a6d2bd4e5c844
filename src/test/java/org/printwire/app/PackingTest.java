package org.printwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.config.PackingChoice;
import org.printwire.config.PrinterSection;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.marlin.FirmwareReport;
import org.printwire.marlin.MeatPack;
import org.printwire.marlin.WireCode;
import org.printwire.printer.PrinterException;
import org.printwire.printer.PrinterSession;
import org.printwire.printer.Traffic;
import org.printwire.serial.SerialPort;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.Outcome;
import org.printwire.testing.ScriptedPort;
import org.printwire.testing.VirtualPort;
import org.printwire.testing.VirtualTime;

/** Whether lines are packed, on virtual time. */
@Timeout(10)
class PackingTest {

    private static final SimulatedPrinterOptions MK3 = SimulatedPrinterOptions.mk3s().withResetsOnOpen(false);
    private static final Outcome.Failed FAILED = new Outcome.Failed(FailReason.PRINTER_RESET, "it has reset");

    private final VirtualTime time = new VirtualTime();
    private final List<Event> events = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Traffic traffic = new Traffic() {
        @Override
        public void sent(Action.Send line, long nanos) {
            said.add("> " + line.frame().line());
        }

        @Override
        public void received(String line, long nanos) {
            said.add("< " + line);
        }
    };
    private PrinterSession session;
    private Action.Ready printer;

    static Stream<Arguments> wishes() {
        Map<String, Boolean> unknown = Map.of();
        return Stream.of(
                Arguments.of(PackingChoice.AUTO, "Prusa-Firmware 3.14.0", unknown, true),
                Arguments.of(PackingChoice.AUTO, "Prusa-Firmware 3.13.0", unknown, true),
                Arguments.of(PackingChoice.AUTO, "Prusa-Firmware 3.12.2", unknown, false),
                Arguments.of(PackingChoice.AUTO, "Marlin 2.1.2", unknown, false),
                Arguments.of(PackingChoice.AUTO, "Marlin 2.1.2", Map.of("MEATPACK", true), true),
                Arguments.of(PackingChoice.AUTO, "Prusa-Firmware 3.14.0", Map.of("MEATPACK", false), false),
                Arguments.of(PackingChoice.ON, "Marlin 1.1.9", unknown, true),
                Arguments.of(PackingChoice.ON, "Marlin 2.1.2", Map.of("MEATPACK", false), true),
                Arguments.of(PackingChoice.OFF, "Prusa-Firmware 3.14.0", Map.of("MEATPACK", true), false));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void auto_packs_where_the_firmware_can_on_tries_always_off_never(PackingChoice choice, String firmware,
            Map<String, Boolean> capabilities, boolean wanted) {
        FirmwareReport report = new FirmwareReport(Map.of("FIRMWARE_NAME", firmware));

        assertThat(Packing.wanted(choice, new Action.Ready(report, capabilities, true))).isEqualTo(wanted);
    }

    @Test
    void a_printer_that_agrees_gets_packed_lines_with_an_e_for_the_blank_where_commands_have_none() throws Exception {
        connect(MK3);

        assertThat(packing(PackingChoice.AUTO, false).begin(printer)).isEqualTo(new MeatPack(false));
        assertThat(packing(PackingChoice.AUTO, true).begin(printer)).isEqualTo(new MeatPack(true));
        assertThat(said).anyMatch(line -> line.endsWith("[MP] PV01 ON ESP")).anyMatch(line -> line.endsWith("[MP] PV01 ON NSP"));
        assertThat(events).isEmpty();
    }

    @Test
    void with_off_nothing_is_said_about_it() throws Exception {
        connect(MK3);

        assertThat(packing(PackingChoice.OFF, true).begin(printer)).isSameAs(WireCode.PLAIN);
        assertThat(said).isEmpty();
    }

    @Test
    void a_printer_that_does_not_answer_to_it_gets_text_and_the_user_one_warning() throws Exception {
        connect(SimulatedPrinterOptions.marlin().withResetsOnOpen(false));

        assertThat(packing(PackingChoice.ON, false).begin(printer)).isSameAs(WireCode.PLAIN);
        assertThat(warnings()).containsExactly("the printer does not answer to MeatPack: lines go out as text");
        assertThat(said.get(said.size() - 1)).isEqualTo("> ; MeatPack: off");
    }

    @Test
    void a_printer_that_restarts_when_it_is_asked_prints_nothing_and_the_way_out_is_named() throws Exception {
        session = session(new ScriptedPort(time).says(1, "start\n"));

        PrinterException restarted = catchThrowableOfType(PrinterException.class,
                () -> packing(PackingChoice.ON, false).begin(prusa()));
        assertThat(restarted.reason()).isEqualTo(FailReason.PRINTER_RESET);
        assertThat(restarted).hasMessageContaining("--meatpack=off");
    }

    static Stream<Outcome> ends() {
        return Stream.of(new Outcome.Done(), new Outcome.Cancelled(Actor.USER), FAILED,
                new Outcome.Failed(FailReason.PRINTER_ERROR, "it has stopped"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void however_a_job_ends_the_printer_takes_text_again(Outcome end) throws Exception {
        connect(MK3);
        Packing packing = packing(PackingChoice.AUTO, true);
        WireCode code = packing.begin(printer);
        said.clear();

        packing.end(code, end);

        assertThat(said).first().isEqualTo("> ; MeatPack: off");
        assertThat(said).anyMatch(line -> line.contains("[MP] PV01 OFF"));
        assertThat(events).isEmpty();
        connectAgain();
        assertThat(printer.firmware().machine()).isEqualTo("Prusa i3 MK3S");
    }

    @Test
    void nothing_is_said_to_a_port_that_is_gone_and_nothing_after_a_job_in_text() {
        ScriptedPort port = new ScriptedPort(time);
        session = session(port);

        packing(PackingChoice.ON, false).end(new MeatPack(false), new Outcome.Failed(FailReason.CONNECTION_LOST, "unplugged"));
        packing(PackingChoice.ON, false).end(WireCode.PLAIN, new Outcome.Done());

        assertThat(port.written()).isEmpty();
        assertThat(port.reads()).isZero();
        assertThat(events).isEmpty();
    }

    @Test
    void a_printer_that_says_no_more_at_the_end_is_one_warning() {
        session = session(new ScriptedPort(time));
        packing(PackingChoice.ON, false).end(new MeatPack(false), new Outcome.Done());

        assertThat(warnings()).singleElement().asString().startsWith("the printer does not say that it takes text again.");
    }

    @Test
    void a_port_that_is_lost_at_the_end_is_a_warning_and_changes_nothing_about_the_job() {
        session = session(new ScriptedPort(time).lostAt(1));
        packing(PackingChoice.ON, false).end(new MeatPack(false), new Outcome.Done());

        assertThat(warnings()).containsExactly("the printer may still unpack lines: /dev/ttyTEST is gone");
    }

    private Packing packing(PackingChoice choice, boolean squeeze) {
        return new Packing(session, new PrinterSection(null, null, null, Duration.ZERO, null, choice, squeeze, List.of()), events::add);
    }

    private void connect(SimulatedPrinterOptions options) throws PrinterException {
        session = session(new VirtualPort(time, options));
        connectAgain();
        said.clear();
        events.clear();
    }

    private void connectAgain() throws PrinterException {
        printer = session.connect(new Connector(Duration.ofSeconds(20)));
    }

    private PrinterSession session(SerialPort port) {
        return new PrinterSession(port, time, traffic, events::add);
    }

    private static Action.Ready prusa() {
        return new Action.Ready(new FirmwareReport(Map.of("FIRMWARE_NAME", "Prusa-Firmware 3.14.0")), Map.of(), true);
    }

    private List<String> warnings() {
        assertThat(events).allMatch(event -> event instanceof Event.Notice notice
                && notice.source() == Event.NoticeSource.WARNING);
        return events.stream().map(event -> ((Event.Notice) event).text()).toList();
    }
}
