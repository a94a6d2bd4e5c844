package org.printwire.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.TimelapseSection;
import org.printwire.json.Json;
import org.printwire.timelapse.Film;
import org.printwire.timelapse.FilmException;
import org.printwire.timelapse.FilmMaker;
import org.printwire.timelapse.Timelapse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire timelapse}: the pictures that were taken of prints, and the films of them. */
@Command(
        name = "timelapse",
        description = {
            "Lists the timelapses, the newest first. show ID has all that is known of one; render ID makes its film, again if",
            "there is one. Pictures are taken where the configuration has timelapse.mode."
        },
        footer = {
            "",
            "Examples:",
            "  printwire timelapse list",
            "  printwire timelapse show cube-20261123-183005",
            "  printwire timelapse render cube-20261123-183005 --fps 30",
            "  printwire timelapse list --json"
        })
final class Timelapses implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "0..2", paramLabel = "list|show ID|render ID", description = "What to do; else list.")
    private List<String> words = List.of();

    @Option(names = "--fps", paramLabel = "N", description = "Pictures a second in the film; else as in the configuration.")
    private Integer fps;

    @Option(names = "--format", paramLabel = "auto|mp4|gif", description = "Of the film; else as in the configuration.")
    private TimelapseSection.Format format;

    @Option(names = "--json", description = "One object a timelapse, a line.")
    private boolean json;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataDir dataDir;

    Timelapses(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, ConfigException {
        List<Timelapse> all = Timelapse.all(dataDir.path(surroundings));
        if (words.isEmpty() || words.equals(List.of("list"))) {
            if (all.isEmpty()) {
                surroundings.output().say("there are none");
            }
            all.forEach(each -> surroundings.output().line(json ? Json.object(object(each)) : PlainText.harmless(line(each))));
        } else if (words.size() == 2 && words.get(0).equals("show")) {
            show(named(all, words.get(1)));
        } else if (words.size() == 2 && words.get(0).equals("render")) {
            render(named(all, words.get(1)));
        } else {
            throw new CommandFailure(ExitCode.BAD_USAGE, "what is '" + String.join(" ", words) + "'? printwire timelapse list,"
                    + " printwire timelapse show ID and printwire timelapse render ID are known");
        }
        return ExitCode.DONE.number();
    }

    private static Timelapse named(List<Timelapse> all, String id) throws CommandFailure {
        return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> new CommandFailure(
                ExitCode.BAD_USAGE, "there is no timelapse '" + id + "'; printwire timelapse list has them"));
    }

    private void show(Timelapse timelapse) {
        Map<String, Object> object = object(timelapse);
        if (json) {
            surroundings.output().line(Json.object(object));
        } else {
            object.forEach((key, value) -> surroundings.output().line(PlainText.harmless(String.format("%-9s %s", key, value))));
        }
    }

    private void render(Timelapse timelapse) throws CommandFailure, ConfigException {
        TimelapseSection section = config.load(surroundings).timelapse();
        if (fps != null && (fps < 1 || fps > 60)) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "--fps must be from 1 to 60, not " + fps);
        }
        try {
            Film film = new FilmMaker(surroundings.time()).make(timelapse, fps == null ? section.fps() : fps,
                    format == null ? section.format() : format, true);
            surroundings.output().line(json ? Json.object(object(named(List.of(again(timelapse)), timelapse.id())))
                    : PlainText.harmless(film.movie() + ": " + PlainText.count(film.frames(), "frame") + ", "
                            + film.seconds() + " s, by " + film.encoder()));
        } catch (FilmException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, timelapse.id() + ": " + e.getMessage());
        }
    }

    private Timelapse again(Timelapse timelapse) {
        Path data = dataDir.path(surroundings);
        return Timelapse.all(data).stream().filter(each -> each.id().equals(timelapse.id())).findFirst().orElse(timelapse);
    }

    private static String line(Timelapse timelapse) {
        String made = timelapse.movie().isPresent() ? timelapse.notes().frames() + " frames, " + timelapse.movie().get()
                : PlainText.count(timelapse.pictures(), "picture") + ", no film"
                        + (timelapse.notes().ended().isEmpty() ? ", the print has not ended" : "");
        return timelapse.id() + "  " + timelapse.notes().file() + "  " + made;
    }

    private static Map<String, Object> object(Timelapse timelapse) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", timelapse.id());
        object.put("file", timelapse.notes().file());
        object.put("begun", timelapse.notes().begun().toString());
        object.put("ended", timelapse.notes().ended().isEmpty() ? "no" : timelapse.notes().ended());
        object.put("every", timelapse.notes().taken());
        object.put("pictures", timelapse.pictures());
        object.put("bytes", timelapse.bytes());
        object.put("folder", timelapse.folder().toString());
        if (timelapse.movie().isPresent()) {
            object.put("movie", timelapse.movie().get().toString());
            object.put("frames", timelapse.notes().frames());
            object.put("seconds", timelapse.notes().seconds());
        }
        return object;
    }
}
