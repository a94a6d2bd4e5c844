package org.printwire.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Adds webhooks to the user's config.yaml and leaves every other byte of it as it is: order, remarks, line ends.
 *
 * <p>Only what loads without problems is written, and the file is replaced in one step: whoever reads it sees the old
 * or the new one. Not for several threads at once.
 */
public final class ConfigEdit {

    private static final String KEY = "webhooks";
    private static final String MARK = "\uFEFF";

    private ConfigEdit() {}

    /**
     * Adds the entries to that file, which is made (mode 600) if it is not there.
     *
     * @throws ConfigException the file has mistakes already, an entry has some, its id is in use, or the file cannot be
     *                         written; then nothing has changed
     */
    public static void add(Path file, List<Map<String, Object>> webhooks, Map<String, String> environment)
            throws ConfigException {
        if (!Files.exists(file)) {
            store(file, added("", webhooks, file.toString(), folder(file), environment));
            return;
        }
        String marked = raw(file);
        String mark = marked.startsWith(MARK) ? MARK : "";
        String text = marked.substring(mark.length());
        store(file, mark + added(text, webhooks, file.toString(), folder(file), environment));
    }

    /**
     * The text with the entries added.
     *
     * @param name      of the file, for problems
     * @param directory where relative paths begin
     */
    public static String added(String text, List<Map<String, Object>> webhooks, String name, Path directory,
            Map<String, String> environment) throws ConfigException {
        Configuration before = ConfigLoader.parse(text, name, directory, environment);
        checkIds(before, webhooks, name);
        ListEnd end = ListEnd.of(text, KEY);
        if (end == null) {
            throw new ConfigException(List.of(new ConfigProblem(name, 0, KEY, "is written in brackets or braces, which"
                    + " cannot be added to", "write it as lines that begin with '- ', or add the webhook by hand")));
        }
        String result = put(text, end, WebhookYaml.items(webhooks));
        check(before, webhooks.size(), parsed(result, before.webhooks().size(), name, directory, environment), name);
        return result;
    }

    private static String put(String text, ListEnd end, String items) {
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        String block = (end.header() ? " ".repeat(end.indent() - 2) + KEY + ":\n" : "")
                + items.replaceAll("(?m)^(?=.)", " ".repeat(end.indent()));
        String before = text.substring(0, end.insert());
        boolean open = !before.isEmpty() && !before.endsWith("\n");
        return before.substring(0, end.cutFrom()) + before.substring(end.cutTo()) + (open ? lineEnd : "")
                + block.replace("\n", lineEnd) + text.substring(end.insert());
    }

    private static void checkIds(Configuration before, List<Map<String, Object>> webhooks, String name)
            throws ConfigException {
        List<String> ids = new ArrayList<>(before.webhooks().stream().map(WebhookSection::id).toList());
        List<ConfigProblem> problems = new ArrayList<>();
        for (Map<String, Object> webhook : webhooks) {
            String id = String.valueOf(webhook.get("id"));
            if (ids.contains(id)) {
                problems.add(new ConfigProblem(name, 0, KEY, "there is a webhook '" + id + "' already",
                        "choose another id"));
            }
            ids.add(id);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** The old text had no problem, so each one is of a new entry; its line is not yet in any file. */
    private static Configuration parsed(String result, int old, String name, Path directory,
            Map<String, String> environment) throws ConfigException {
        try {
            return ConfigLoader.parse(result, name, directory, environment);
        } catch (ConfigException e) {
            throw new ConfigException(e.problems().stream()
                    .map(problem -> new ConfigProblem("the new webhook", 0,
                            problem.where().replaceFirst("^webhooks\\[" + old + "\\]\\.?", ""), problem.what(),
                            problem.fix()))
                    .toList());
        }
    }

    /** An edit that has changed anything else, in a file of a shape that nobody thought of, is not written. */
    private static void check(Configuration before, int more, Configuration after, String name) throws ConfigException {
        int old = before.webhooks().size();
        boolean grown = after.webhooks().size() == old + more;
        if (!grown || !after.equals(new Configuration(before.printer(), before.cameras(), after.webhooks(),
                before.delivery(), before.storage(), before.timelapse())) || !after.webhooks().subList(0, old).equals(before.webhooks())) {
            throw new ConfigException(List.of(new ConfigProblem(name, 0, KEY, "cannot be added to as it is written",
                    "add the webhook by hand")));
        }
    }

    private static String raw(Path file) throws ConfigException {
        try {
            UserFile.text(file);
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw UserFile.unusable(file, "cannot be read (" + e.getMessage() + ")", "");
        }
    }

    private static void store(Path file, String text) throws ConfigException {
        try {
            PrivateFile.replace(file, text);
        } catch (IOException e) {
            throw UserFile.unusable(file, "cannot be written (" + e.getMessage() + ")", "");
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }
}
