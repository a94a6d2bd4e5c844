package org.printwire.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.event.Event;
import org.printwire.job.Job;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.stream.StreamSettings;
import org.printwire.testing.Talk;
import org.printwire.testing.VirtualPort;
import org.printwire.testing.VirtualTime;

/** When a layer is told to be done, the simulator's planner has made its moves: on virtual time. */
@Timeout(60)
class LayerDoneTest {

    private static final int LAYERS = 6;

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();
    private final List<Event> events = new ArrayList<>();
    private final Map<Integer, String> lastMoves = new TreeMap<>();
    private final List<Integer> late = new ArrayList<>();
    private VirtualPort port;
    private PrinterSession session;

    @ParameterizedTest
    @CsvSource({"mk3s, 40, 60", "mk3s, 40, 6000", "mk3s, 3, 600", "marlin, 40, 60", "marlin, 25, 6000", "advanced, 40, 60",
        "advanced, 40, 6000", "advanced, 5, 600"})
    void a_layer_is_done_when_its_last_move_has_been_made_and_soon_after(String printer, int moves, int speed)
            throws Exception {
        print(options(printer), printer.equals("mk3s") ? Talk.PRUSA : Talk.MARLIN, file(moves, speed, List.of()));

        assertThat(told()).containsExactly(1, 2, 3, 4, 5, 6);
        // The last one waits for the end of the print; of the others: the planner's moves and those that may be none.
        assertThat(late.subList(0, LAYERS - 1)).allSatisfy(moved -> assertThat(moved).isBetween(0, 20));
    }

    @Test
    void a_pause_among_the_first_moves_of_the_next_layer_makes_it_no_earlier() throws Exception {
        print(options("mk3s").withUserDelay(Duration.ofSeconds(20)), Talk.PRUSA, file(40, 600, List.of("M601")));

        assertThat(told()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void a_change_of_filament_lets_the_printer_finish_the_layer_first() throws Exception {
        print(options("mk3s").withUserDelay(Duration.ofSeconds(20)), Talk.PRUSA, file(40, 600, List.of("M600")));

        assertThat(told()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private static SimulatedPrinterOptions options(String printer) {
        return switch (printer) {
            case "mk3s" -> SimulatedPrinterOptions.mk3s();
            case "marlin" -> SimulatedPrinterOptions.marlin();
            default -> SimulatedPrinterOptions.marlin().withAdvancedOk(true);
        };
    }

    /** @param inserted behind the third move of each layer */
    private Path file(int moves, int speed, List<String> inserted) throws Exception {
        List<String> lines = new ArrayList<>(List.of("G90", "M83", "G28"));
        int unique = 0;
        for (int layer = 1; layer <= LAYERS; layer++) {
            lines.add("G1 Z" + layer * 2 / 10.0 + " F600");
            lines.add("G1 F" + speed);
            for (int move = 0; move < moves; move++) {
                String text = "G1 X" + (move % 2 == 0 ? 60 : 50) + " Y" + (10 + ++unique * 3 / 1000.0) + " E0.01";
                lines.add(text);
                lastMoves.put(layer, text);
                if (move == 2) {
                    lines.addAll(inserted);
                }
            }
            lines.add("G1 E-0.8 F2100");
            lines.add("G1 E0.8");
        }
        return Files.write(folder.resolve("layers.gcode"), lines);
    }

    private void print(SimulatedPrinterOptions options, StreamSettings settings, Path file) throws Exception {
        port = new VirtualPort(time, options);
        session = new PrinterSession(port, time, Traffic.NONE, this::hear);
        Action.Ready ready = session.connect(new Connector(Duration.ofSeconds(30)));
        FileFeed feed = new FileFeed(file);
        feed.run();
        Job job = new Job("layers.gcode", file, Files.size(file), 1000, LAYERS, 0, false, List.of());
        Outcome outcome = new JobRunner(session, time, this::hear)
                .run(job, feed, settings, ready.temperaturesInOk(), JobRunner.Start.USUAL);
        assertThat(outcome).isEqualTo(new Outcome.Done());
    }

    private void hear(Event event) {
        events.add(event);
        if (event instanceof Event.LayerDone done) {
            List<String> executed = port.printer().executed();
            int made = port.printer().made(time.nanos());
            int last = executed.indexOf(lastMoves.get(done.layer()));
            assertThat(last).as("%s: executed", done).isBetween(0, made - 1);
            late.add((int) executed.subList(last + 1, made).stream().filter(line -> line.matches("G1 .*[XYZ].*")).count());
        } else if (event instanceof Event.PrintPaused) {
            session.request(new Input.Resume());
        }
    }

    private List<Integer> told() {
        return events.stream().filter(Event.LayerDone.class::isInstance).map(event -> ((Event.LayerDone) event).layer())
                .toList();
    }
}
