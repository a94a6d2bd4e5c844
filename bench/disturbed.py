"""Does anything around a print reach the printer? The same print in peace and among everything that goes wrong, in pairs."""
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from statistics import median

from print_once import Set, real_time, run
from senders import WORK, Sender, pingpong, printwire

CONFIG = """\
cameras:
  - name: hangs
    type: http
    url: http://127.0.0.1:{silent}/picture.jpg
webhooks:
  - {{id: refuses, url: "http://127.0.0.1:{closed}/", {events}}}
  - {{id: hangs, url: "http://127.0.0.1:{silent}/", {events}}}
delivery: {{finish: 0s}}
"""
EVENTS = "events: [PrintStarted, PrintProgress, LayerChanged, PrintDone], progressInterval: 1, layerInterval: 1, snapshot: true, snapshotLimit: 1s"


def with_layers(each, times):
    """seg04.gcode so many times over (5.5 s each), with a new layer after so many moves."""
    path = os.path.join(WORK, "layers.gcode")
    with open(os.path.join(WORK, "seg04.gcode")) as source:
        lines = list(source)
    moves = 0
    with open(path, "w") as target:
        for line in lines * times:
            target.write(line)
            if line.startswith("G1 X"):
                moves += 1
                if moves % each == 0:
                    target.write(f";LAYER_CHANGE\nG1 Z{0.2 * (1 + moves // each):.2f}\n")
    return path


@contextlib.contextmanager
def silent_server():
    """Takes every connection and never answers."""
    server = socket.create_server(("127.0.0.1", 0), backlog=128)
    held = []

    def accept():
        with contextlib.suppress(OSError):
            while True:
                held.append(server.accept()[0])

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield server.getsockname()[1], held
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        for each in held:
            each.close()


@contextlib.contextmanager
def closed_port():
    """A port of ours on which nobody listens: connections are refused at once."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


class FullDisk:
    """A folder on a small disk of its own, which is filled up as soon as the database is there, and kept full. Where we may
    not mount one, it is a usual folder. (ulimit -f is no way out: the program could not unpack its native libraries.)"""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(dir=WORK)
        self.mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", self.folder],
                                      stderr=subprocess.DEVNULL).returncode == 0
        self.over, self.refused = threading.Event(), 0
        self.thread = threading.Thread(target=self.fill, daemon=True)
        if self.mounted:
            self.thread.start()
        return self

    def fill(self):
        data = os.path.join(self.folder, "data")
        while not self.over.is_set():
            if os.path.isdir(data) and any(name.endswith(".db") for name in os.listdir(data)):
                with open(os.path.join(self.folder, "rubbish"), "ab", buffering=0) as rubbish:
                    while not self.over.is_set():
                        try:
                            rubbish.write(b"x" * 4096)
                        except OSError:
                            self.refused += 1
                            self.over.wait(0.02)
            self.over.wait(0.005)

    def __exit__(self, *_):
        self.over.set()
        if self.mounted:
            self.thread.join()
            subprocess.run(["umount", "-l", self.folder])
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def busy():
    """A loop for each core, at the usual priority."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    time.sleep(0.3)
    try:
        yield
    finally:
        for each in loops:
            each.kill()
            each.wait()


def in_peace(sender, file, how):
    return run(sender, file, how), "-"


def with_busy_cores(sender, file, how):
    with busy():
        return run(sender, file, how), "busy cores alone"


def among_trouble(_, file, how):
    with silent_server() as (silent, held), closed_port() as closed, FullDisk() as disk, busy():
        config = CONFIG.format(silent=silent, closed=closed, events=EVENTS)
        sender = Sender("", printwire("--window", "2/126", config=config, data=os.path.join(disk.folder, "data")))
        figures = run(sender, file, how)
        full = f"disk full, {disk.refused} refusals seen" if disk.mounted else "NO FULL DISK: we may not mount one"
        return figures, f"{len(held)} connections hung, {full}"


def disturbed(results, pairs, emulator_fifo, sender_fifo, say):
    file = with_layers(50, 3)
    if not real_time(emulator_fifo):
        say("disturbed: no SCHED_FIFO here (chrt as root): the busy loops starve the emulator too")
    ours, least = Sender("", printwire("--window", "2/126")), Sender("", pingpong(2, 126))
    # Busy cores alone, and the sender in C: what they do to any program, the kernel's terminals included.
    cases = (("printwire 2/126, usual priority", ours, 0, among_trouble),
             (f"printwire 2/126, SCHED_FIFO {sender_fifo}", ours, sender_fifo, among_trouble),
             ("printwire 2/126, usual priority, busy cores alone", ours, 0, with_busy_cores),
             ("C 2/126, usual priority, busy cores alone", least, 0, with_busy_cores))
    figures = {}
    for pair in range(1, pairs + 1):
        for case, sender, fifo, trouble in cases:
            how = Set(["--mode", "planner"], 115200, ring=127, emulator_fifo=emulator_fifo, sender_fifo=fifo)
            both = [("in peace", in_peace), ("disturbed", trouble)]
            for name, done in both if pair % 2 else reversed(both):
                figures[case, name, pair], seen = done(sender, file, how)
                each = figures[case, name, pair]
                results.add("disturbed", f"{case}, {name}", pair, each)
                say(f"disturbed pair {pair}: {case}, {name}: starved {each['starved_s']:.3f} s, in gaps to 10 ms"
                    f" {each['starved_10ms_s']:.3f} s, longest {each['longest_ms']:.1f} ms, hash"
                    f" {'right' if each['hash_right'] else 'WRONG'}, exit {each['exit']}; {seen}; {each['last_words']}")
    results.note("disturbed", in_pairs(figures, pairs))


def in_pairs(figures, pairs):
    text = "\n| sender | pair | starved s in peace | disturbed | to 10 ms in peace | disturbed | longest ms in peace | disturbed |\n"
    text += "|---|---|---|---|---|---|---|---|\n"
    keys = (("starved_s", "{:.3f}"), ("starved_10ms_s", "{:.3f}"), ("longest_ms", "{:.1f}"))
    for case in dict.fromkeys(key[0] for key in figures):
        rows = [[[figures[case, name, pair][key] for name in ("in peace", "disturbed")] for key, _ in keys]
                for pair in range(1, pairs + 1)]
        for pair, row in enumerate(rows, 1):
            cells = [form.format(value) for (_, form), both in zip(keys, row) for value in both]
            text += f"| {case} | {pair} | " + " | ".join(cells) + " |\n"
        more = [form.format(median(row[i][1] - row[i][0] for row in rows)) for i, (_, form) in enumerate(keys)]
        text += f"| {case} | median of the differences | | {more[0]} | | {more[1]} | | {more[2]} |\n"
    return text
