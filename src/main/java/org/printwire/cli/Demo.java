package org.printwire.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.printwire.config.Configuration;
import org.printwire.config.ConfigException;
import org.printwire.config.ConfigLoader;
import org.printwire.json.Json;
import org.printwire.serial.PortException;
import org.printwire.sim.SimulatedPrinterOptions;
import picocli.CommandLine.Command;

/** {@code printwire demo}: the whole of it without hardware, in less than a minute. */
@Command(
        name = "demo",
        description = {
            "Shows all of it without a printer.",
            "Prints a real sliced file with a colour change to the simulated Prusa MK3S, on a real pseudo-terminal, with a"
                    + " camera that draws its pictures, and shows every webhook as a receiver on this machine gets it. Takes"
                    + " no hardware and no configuration."
        },
        footer = {"", "Example:", "  printwire demo"})
final class Demo implements Callable<Integer> {

    private static final double TIME_SCALE = 0.12;
    private static final Duration USER_DELAY = Duration.ofSeconds(4);
    private static final int BAUD = 115_200;

    private final Surroundings surroundings;

    Demo(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, PortException, ConfigException {
        Path folder = folder();
        Output output = surroundings.output();
        PrintScreen screen = new PrintScreen(output, false, false, ZoneId.systemDefault());
        AtomicInteger webhooks = new AtomicInteger();
        try (WebhookReceiver receiver = WebhookReceiver.open(folder, Json::parseObject, received -> {
            webhooks.incrementAndGet();
            screen.say(received.text());
        })) {
            Path file = unpack(folder);
            PrintFile.Checked checked = PrintFile.check(file, null, surroundings.threads());
            PrintRun run = new PrintRun(surroundings, configuration(receiver), screen, folder);
            SimulatedPrinterOptions printer =
                    SimulatedPrinterOptions.mk3s().withTimeScale(TIME_SCALE).withUserDelay(USER_DELAY);
            ExitCode code = run.run(checked.job(), () -> SimulatedPort.open(printer, BAUD, surroundings.time()),
                    new Baud(List.of(BAUD)), Optional.empty());
            output.line(webhooks.get() + " webhooks received; pictures, file and log are in " + folder);
            output.line("Now with your own printer: printwire ports, then printwire print FILE");
            return code.number();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "the demo cannot run: " + e.getMessage());
        }
    }

    private static Configuration configuration(WebhookReceiver receiver) throws ConfigException {
        return ConfigLoader.parse("""
                cameras: [{name: picture, type: test}]
                webhooks:
                  - id: demo
                    url: "%s"
                    events: [PrintStarted, PrintProgress, ColorChangePending, ColorChangeWaiting, ColorChangeDone, PrintPaused,
                             PrintDone, PrintFailed, Error]
                    progressInterval: 25
                    deviceIdentifier: simulated MK3S
                    apiSecret: demo
                """.formatted(receiver.uri()), "demo", Path.of("/"), Map.of());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("printwire-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }

    private static Path unpack(Path folder) throws IOException {
        Path file = folder.resolve("cube.gcode");
        try (InputStream in = Demo.class.getResourceAsStream("/demo/cube.gcode")) {
            Files.copy(in, file);
        }
        return file;
    }
}
