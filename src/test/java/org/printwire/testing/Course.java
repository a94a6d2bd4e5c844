package org.printwire.testing;

import java.util.List;

/** How far the printer is in the file, by what it has executed so far, where noise may have forged a line. */
final class Course {

    private final List<String> file;
    private final List<String> hosts;
    private int at;
    /** So many lines of the file may have been forged just before. */
    private int forged;

    /** @param hosts what the host may put in between */
    Course(List<String> file, List<String> hosts) {
        this.file = file;
        this.hosts = hosts;
    }

    Course copy() {
        Course copy = new Course(file, hosts);
        copy.at = at;
        copy.forged = forged;
        return copy;
    }

    /**
     * It executes this.
     *
     * @param isForged nobody has ever said that
     * @return false: it is not its turn
     */
    boolean take(String command, boolean isForged) {
        if (isForged) {
            forged++;
            return true;
        }
        for (int skipped = 0; skipped <= forged && at + skipped < file.size(); skipped++) {
            if (command.equals(file.get(at + skipped))) {
                at += skipped + 1;
                forged = 0;
                return true;
            }
        }
        return hosts.contains(command);
    }

    /** What it has of the file; forged lines at the very end count as those of the file. */
    List<String> whole() {
        return file.subList(0, Math.min(file.size(), at + forged));
    }

    @Override
    public String toString() {
        return "line " + at + " of the file is \"" + (at < file.size() ? file.get(at) : "the end") + '"';
    }
}
