package org.printwire.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.ConfigPath;
import org.printwire.config.ConfigText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code printwire config show}: what holds, with the defaults filled in and the secrets covered. */
@Command(
        name = "show",
        description = "Shows the configuration that holds, defaults included. Secrets are shown as ***.",
        footer = {"", "Example:", "  printwire config show"})
final class ConfigShow implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigOption config;

    ConfigShow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigException {
        Map<String, String> environment = surroundings.environment();
        String source = ConfigPath.find(config.file(), environment)
                .map(Path::toString)
                .orElseGet(() -> "the defaults; there is no " + ConfigPath.standard(environment));
        surroundings.output().line("# " + source);
        surroundings.output().out().print(ConfigText.show(config.load(surroundings)));
        return ExitCode.DONE.number();
    }
}
