package org.printwire.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Printer profiles: those that come with the program, by name, and the user's own, by path. A user's own profile may
 * leave keys out: they are as in {@code generic-marlin}.
 *
 * <p>Keeps nothing; safe for several threads.
 */
public final class ProfileLoader {

    /** The profile of a printer that no other one fits. */
    public static final String FALLBACK = "generic-marlin";

    private final ProfileFolder folder;

    public ProfileLoader() {
        this(ProfileLoader.class.getClassLoader());
    }

    ProfileLoader(ClassLoader resources) {
        this.folder = new ProfileFolder(resources, "profiles/printers/", FALLBACK);
    }

    /** A path has a '/' or ends in .yaml or .yml; everything else is the name of a profile. */
    static boolean isPath(String nameOrPath) {
        return nameOrPath.contains("/") || nameOrPath.endsWith(".yaml") || nameOrPath.endsWith(".yml");
    }

    /** The profiles that come with the program, in alphabetical order. */
    public List<String> names() {
        return folder.names();
    }

    /** @throws ConfigException there is no such profile (the message lists those there are), or it has mistakes */
    public PrinterProfile load(String nameOrPath) throws ConfigException {
        if (isPath(nameOrPath)) {
            Path file = Path.of(nameOrPath);
            return parse(UserFile.text(file), nameOrPath, stem(file), builtIn(FALLBACK));
        }
        List<String> names = names();
        if (!names.contains(nameOrPath)) {
            throw new ConfigException(List.of(new ConfigProblem("printer profile", 0, nameOrPath, "there is none of this name",
                    Nearest.advice(nameOrPath, names) + ", or the path of your own .yaml file")));
        }
        return builtIn(nameOrPath);
    }

    /**
     * The profile whose {@code match} text occurs in the M115 answer; the longest text wins. {@link #FALLBACK} if none
     * does.
     */
    public PrinterProfile match(String m115) {
        PrinterProfile best = null;
        int length = 0;
        for (String name : names()) {
            PrinterProfile profile = builtIn(name);
            for (String text : profile.match()) {
                if (text.length() > length && m115.contains(text)) {
                    best = profile;
                    length = text.length();
                }
            }
        }
        return best == null ? builtIn(FALLBACK) : best;
    }

    private PrinterProfile builtIn(String name) {
        try {
            return parse(folder.text(name), folder.path(name), name, null);
        } catch (ConfigException e) {
            throw new IllegalStateException("a profile of the program's own has mistakes: " + e.getMessage(), e);
        }
    }

    static PrinterProfile parse(String text, String file, String name, PrinterProfile base) throws ConfigException {
        Problems problems = new Problems(file);
        Optional<YamlNode> root = YamlReader.yaml(text, problems);
        PrinterProfile profile = root.map(node -> new ProfileReader(new Section(node, "", problems), base).read(name))
                .orElse(base);
        if (root.isEmpty()) {
            problems.add(0, "", "holds no profile", "write at least title: NAME");
        }
        problems.raise();
        return profile;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }
}
