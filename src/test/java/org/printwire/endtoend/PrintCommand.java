package org.printwire.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.printwire.cli.CommandLines;
import org.printwire.cli.Output;
import org.printwire.cli.Surroundings;
import org.printwire.json.Json;
import org.printwire.serial.JSerialCommPort;
import org.printwire.time.SystemTime;

/** {@code printwire print} as a user types it, in this process: a real port, real threads, the real clock. */
final class PrintCommand {

    private static final long LIMIT_SECONDS = 60;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path home;

    /** @param home for its log and its configuration: an empty folder */
    PrintCommand(Path home) {
        this.home = home;
    }

    /** Runs to the end and returns the exit code. */
    int run(Path file, String port, String... options) throws Exception {
        return start(file, port, options).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Runs on a thread of its own. */
    CompletableFuture<Integer> start(Path file, String port, String... options) {
        List<String> words = new ArrayList<>(List.of("print", file.toString(), "--port", port));
        words.addAll(List.of(options));
        return command(words);
    }

    CompletableFuture<Integer> command(List<String> words) {
        Surroundings surroundings = new Surroundings(
                new Output(stream(out), stream(err), false, false), Map.of("HOME", home.toString()), new SystemTime(),
                List::of, JSerialCommPort::open);
        return CompletableFuture.supplyAsync(
                () -> CommandLines.create(surroundings).execute(words.toArray(String[]::new)),
                body -> new Thread(body, "main-of-test").start());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The events that {@code --json} wrote; fails if a line of standard output is anything else. */
    List<Map<String, Object>> events() {
        return out().lines().map(Json::parseObject).toList();
    }

    /** Their wire names. */
    List<String> eventNames() {
        return events().stream().map(event -> event.get("event").toString()).toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
