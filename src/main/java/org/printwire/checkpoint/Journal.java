package org.printwire.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.posix.PrivateFolder;

/**
 * The file that outlives a host: one entry a line, each with a checksum, added at its end and synced to the disk. A last
 * line that is torn was never promised to anybody and is left out; any other damage makes the whole of it worthless.
 *
 * <p>One file for each printer, in the folder {@code checkpoint} of the data folder; only who has the printer's port open
 * writes it. One thread at a time.
 */
public final class Journal {

    private static final String ENDING = ".journal";

    private final Path file;

    private Journal(Path file) {
        this.file = file;
    }

    /**
     * The journal of the printer at a port, whether it is there or not.
     *
     * @param data the data folder
     * @param port what the port is called, the same for every host
     */
    public static Journal of(Path data, String port) {
        return new Journal(folder(data).resolve(port.replaceAll("[^A-Za-z0-9._-]+", "_") + ENDING));
    }

    /** Those that are there. */
    public static List<Journal> all(Path data) throws IOException {
        if (!Files.isDirectory(folder(data))) {
            return List.of();
        }
        try (var files = Files.list(folder(data))) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().map(Journal::new).toList();
        }
    }

    private static Path folder(Path data) {
        return data.resolve("checkpoint");
    }

    /** What it says; empty: there is none, or it is damaged. */
    public Optional<JobRecord> read() throws IOException {
        List<Entry> entries = content().entries();
        return entries.isEmpty() ? Optional.empty() : Optional.of(JobRecord.of(entries));
    }

    /** Takes it away; nothing can be resumed then. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Begins a new one in place of one that is there. */
    void begin(Entry.Begun begun) throws IOException {
        PrivateFolder.make(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        append(fresh, EntryText.of(begun));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Cuts off a torn end, so that more can be added. */
    public void repair() throws IOException {
        long whole = content().bytes();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
            channel.force(true);
        }
    }

    /** The job it tells of is over: nobody can go on with it. */
    public void close(String how) throws IOException {
        add(List.of(new Entry.Ended(false, how)));
    }

    /** Adds entries; on the disk when this returns. */
    void add(List<Entry> entries) throws IOException {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(EntryText.of(entry)));
        append(file, text.toString());
    }

    private static void append(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }

    /** The whole lines of the file. */
    private record Content(List<Entry> entries, long bytes) {}

    private Content content() throws IOException {
        if (!Files.exists(file)) {
            return new Content(List.of(), 0);
        }
        String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("(?<=\n)");
        List<Entry> entries = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < lines.length; i++) {
            Optional<Entry> entry = lines[i].endsWith("\n") ? EntryText.parse(lines[i].stripTrailing()) : Optional.empty();
            if (entry.isEmpty() && i < lines.length - 1) {
                return new Content(List.of(), 0);
            }
            bytes += entry.isPresent() ? lines[i].getBytes(StandardCharsets.UTF_8).length : 0;
            entry.ifPresent(entries::add);
        }
        boolean whole = !entries.isEmpty() && entries.get(0) instanceof Entry.Begun;
        return whole ? new Content(entries, bytes) : new Content(List.of(), 0);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
