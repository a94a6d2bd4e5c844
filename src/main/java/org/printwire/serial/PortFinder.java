package org.printwire.serial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds serial ports by what the kernel says in {@code /sys} and {@code /dev}. Never opens a port: that would reset
 * boards. Loads no library. Any thread.
 */
public final class PortFinder {
    private static final Pattern NAMES = Pattern.compile("tty(USB|ACM|AMA|S)\\d+");
    private static final int PRUSA = 0x2C99;
    /** A USB device is at most so many folders above its tty: interface, port of a converter. */
    private static final int USB_ABOVE = 4;

    private final Path dev;
    private final Path sys;

    public PortFinder() {
        this(Path.of("/dev"), Path.of("/sys"));
    }

    /** For tests: another {@code /dev} and {@code /sys}. */
    PortFinder(Path dev, Path sys) {
        this.dev = dev;
        this.sys = sys;
    }

    /** What there is now: Prusa's first, then other USB devices, then built-in ports, each by path. */
    public List<PortCandidate> candidates() {
        Map<Path, Path> links = linksById();
        List<PortCandidate> found = new ArrayList<>();
        for (Path tty : children(sys.resolve("class/tty"))) {
            Path device = dev.resolve(tty.getFileName().toString());
            if (NAMES.matcher(tty.getFileName().toString()).matches() && Files.exists(device) && isReal(tty)) {
                found.add(candidate(device, tty, links));
            }
        }
        found.sort(Comparator.comparing((PortCandidate c) -> !c.prusa())
                .thenComparing(c -> c.vendor() == 0)
                .thenComparing(PortCandidate::path));
        return List.copyOf(found);
    }

    /**
     * The port to open.
     *
     * @param name a path, a name in {@code /dev/serial/by-id} or in {@code /dev}, or null: then the only Prusa
     * @return a path that exists; the by-id link where one was named or found, so that it can be found again after a
     *     replug
     * @throws PortException there is no such port, or none or several to choose from: says which there are and what
     *     to type
     */
    public String resolve(String name) throws PortException {
        if (name == null) {
            return onlyPrusa();
        }
        List<Path> places = name.contains("/")
                ? List.of(Path.of(name))
                : List.of(dev.resolve("serial/by-id").resolve(name), dev.resolve(name));
        Optional<Path> place = places.stream().filter(Files::exists).findFirst();
        if (name.isEmpty() || place.isEmpty()) {
            throw missing(name);
        }
        return place.get().toString();
    }

    /**
     * The name that stays the same for the port, whichever name it was given: that of its by-id link where it has one,
     * else the device's.
     *
     * @param name as for {@link #resolve}
     * @throws PortException as for {@link #resolve}
     */
    public String identity(String name) throws PortException {
        Path device = real(Path.of(resolve(name)));
        Path link = linksById().get(device);
        return link == null ? device.toString() : link.toString();
    }

    /**
     * When the port's device came to be: reading and writing leave that time alone, plugging in makes the device anew. Empty:
     * the system does not say.
     *
     * @param name as for {@link #resolve}
     * @throws PortException as for {@link #resolve}
     */
    public Optional<Instant> since(String name) throws PortException {
        try {
            return Optional.of(((FileTime) Files.getAttribute(real(Path.of(resolve(name))), "unix:ctime")).toInstant());
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** What to say when there is no port of this name. */
    PortException missing(String name) {
        return new PortException("there is no serial port '" + name + "'. " + choice(candidates()));
    }

    private String onlyPrusa() throws PortException {
        List<PortCandidate> all = candidates();
        List<PortCandidate> prusas = all.stream().filter(PortCandidate::prusa).toList();
        if (prusas.size() == 1) {
            return prusas.get(0).stableName();
        }
        if (all.isEmpty()) {
            throw new PortException(choice(all));
        }
        String why = prusas.isEmpty() ? "no Prusa printer was found by its USB id" : "several Prusa printers are connected";
        throw new PortException(why + ", so name the port. " + choice(prusas.isEmpty() ? all : prusas));
    }

    private static String choice(List<PortCandidate> candidates) {
        if (candidates.isEmpty()) {
            return "No serial port was found. Check that the printer is switched on, that its USB cable carries data,"
                    + " and what `sudo dmesg | tail` says when you plug it in. Without a printer: --port sim";
        }
        StringBuilder text = new StringBuilder("There " + (candidates.size() == 1 ? "is:" : "are:"));
        for (PortCandidate candidate : candidates) {
            text.append("\n  ").append(candidate.description());
            text.append("\n      printwire print FILE --port ").append(candidate.stableName());
        }
        return text.toString();
    }

    private PortCandidate candidate(Path device, Path tty, Map<Path, Path> links) {
        Optional<Path> usb = usbDevice(tty);
        Path link = links.get(real(device));
        int vendor = usb.map(u -> hex(u.resolve("idVendor"))).orElse(0);
        return new PortCandidate(
                device.toString(),
                link == null ? "" : link.toString(),
                vendor,
                usb.map(u -> hex(u.resolve("idProduct"))).orElse(0),
                usb.map(u -> text(u.resolve("product"))).orElse(""),
                usb.map(u -> text(u.resolve("manufacturer"))).orElse(""),
                usb.map(u -> text(u.resolve("serial"))).orElse(""),
                vendor == PRUSA);
    }

    /** Linux makes ttyS0 to ttyS3 whether or not there is hardware; type 0 is "no hardware". */
    private static boolean isReal(Path tty) {
        return Files.exists(tty.resolve("device")) && !text(tty.resolve("type")).equals("0");
    }

    private static Optional<Path> usbDevice(Path tty) {
        Path folder = real(tty.resolve("device"));
        for (int i = 0; i < USB_ABOVE && folder != null; i++) {
            if (Files.exists(folder.resolve("idVendor"))) {
                return Optional.of(folder);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private Map<Path, Path> linksById() {
        Map<Path, Path> links = new HashMap<>();
        for (Path link : children(dev.resolve("serial/by-id"))) {
            links.put(real(link), link);
        }
        return links;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static List<Path> children(Path folder) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(children::add);
        } catch (IOException e) {
            return List.of();
        }
        return children;
    }

    private static int hex(Path file) {
        try {
            return Integer.parseInt(text(file), 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A descriptor's text may be anything a device says, so control characters go. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "").strip();
        } catch (IOException e) {
            return "";
        }
    }
}
