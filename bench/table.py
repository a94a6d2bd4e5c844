"""Keeps every run in a TSV file, and makes the table of medians."""
import os
import platform
from statistics import median

SPEED = [("lines/s", "lines_per_s", "{:.0f}"), ("CPU s / 100k lines", "cpu_100k", "{:.2f}"),
         ("CPU s to the first line", "cpu_start", "{:.2f}"), ("peak MB", "memory_mb", "{:.0f}"),
         ("s to the first line", "first_line_s", "{:.2f}")]
STARVED = [("starved s", "starved_s", "{:.3f}"), ("in gaps to 10 ms, s", "starved_10ms_s", "{:.3f}"),
           ("gaps", "gaps", "{:.0f}"), ("longest ms", "longest_ms", "{:.1f}"), ("lines/s", "lines_per_s", "{:.0f}"),
           ("CPU s / 100k lines", "cpu_100k", "{:.2f}")]
FAULTS = [("wall s", "wall_s", "{:.2f}"), ("resends", "resends", "{:.0f}")]
LOST = [("faults", "faults", "{:.0f}"), ("s for one fault", "cost_s", "{:.3f}"), ("worst gap s", "worst_gap_s", "{:.3f}"),
        ("wall s", "wall_s", "{:.2f}")]
START = [("s to the first line", "first_line_s", "{:.2f}"), ("CPU s to the first line", "cpu_start", "{:.2f}"),
         ("peak MB", "memory_mb", "{:.0f}"), ("wall s", "wall_s", "{:.2f}")]
OUTCOMES = ("right", "wrong", "failed", "hung")
# Each row has them all, so that a call with several measurements makes one table.
KEYS = ("outcome", "hash_right", "exit", "wall_s", "resends", "executed", "lines_per_s", "cpu_100k", "cpu_start", "memory_mb",
        "first_line_s", "starved_s", "starved_10ms_s", "gaps", "longest_ms", "dropped", "faults", "cost_s", "worst_gap_s",
        "difference", "last_words")


class Results:
    """All runs of one call."""

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.folder, self.rows, self.notes = folder, [], {}

    def add(self, measurement, sender, turn, figures):
        self.rows.append((measurement, sender, turn, figures))
        path = os.path.join(self.folder, "results.tsv")
        with open(path, "w" if len(self.rows) == 1 else "a") as file:
            if len(self.rows) == 1:
                file.write("\t".join(["measurement", "sender", "round or seed", *KEYS]) + "\n")
            cells = [measurement, sender, turn, *(figures.get(key) for key in KEYS)]
            file.write("\t".join("" if each is None else str(each).replace("\t", " ") for each in cells) + "\n")

    def note(self, measurement, text):
        """Goes below the measurement's table."""
        self.notes[measurement] = text

    def markdown(self):
        text = f"{platform.machine()}, {os.cpu_count()} cores, load at the end {os.getloadavg()[0]:.1f}\n"
        for measurement in dict.fromkeys(row[0] for row in self.rows):
            text += "\n" + self.table(measurement) + self.notes.get(measurement, "")
        with open(os.path.join(self.folder, "results.md"), "w") as file:
            file.write(text)
        return text

    def table(self, measurement):
        faulty = measurement.startswith(("faults", "lost"))
        columns = next((each for name, each in (("faults", FAULTS), ("lost", LOST), ("start", START), ("instant", SPEED))
                        if measurement.startswith(name)), STARVED)
        head = ["sender", "n", *(OUTCOMES if faulty else ("hash right", "exit 0")), *(each[0] for each in columns)]
        text = f"### {measurement}: medians (least to most)\n\n| " + " | ".join(head) + " |\n|" + "---|" * len(head) + "\n"
        for sender in dict.fromkeys(row[1] for row in self.rows if row[0] == measurement):
            runs = [row[3] for row in self.rows if row[:2] == (measurement, sender)]
            cells = [sender, str(len(runs))]
            cells += ([str(sum(run["outcome"] == each for run in runs)) for each in OUTCOMES] if faulty else
                      [str(sum(run["hash_right"] for run in runs)), str(sum(run["exit"] == 0 for run in runs))])
            cells += [self.cell([run[key] for run in runs if run.get(key) is not None], form) for _, key, form in columns]
            text += "| " + " | ".join(cells) + " |\n"
        return text

    @staticmethod
    def cell(values, form):
        if not values:
            return "-"
        return form.format(median(values)) + (f" ({form.format(min(values))} to {form.format(max(values))})"
                                              if len(values) > 1 else "")
