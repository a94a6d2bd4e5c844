"""The programs that are measured: how each is started, and which are here."""
import os
import shutil
import subprocess

WORK = os.environ["BENCH_WORK"]
JAVA = os.environ["BENCH_JAVA"].split()


class Sender:
    """One program with its options. `command` makes its words from device, baud, file and a folder for rubbish.

    `bridge`: behind bench/meatpack-bridge; `squeezes`: the printer gets the file's canonical form; `peer`: not ours, and a
    print with faults may take it minutes; `only`: measured there and nowhere else, `never`: everywhere but there.
    """

    def __init__(self, name, command, bridge=False, squeezes=False, peer=False, only=(), never=()):
        self.name, self.command, self.bridge, self.squeezes, self.peer = name, command, bridge, squeezes, peer
        self.only, self.never = only, never

    def takes_part(self, measurement):
        return measurement in self.only if self.only else measurement not in self.never


def works(*words):
    try:
        return subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60).returncode == 0
    except OSError:
        return False


def printwire(*options, config="", data=None):
    """`config`: its configuration's text; `data`: its data-dir, else one of its own for each print."""
    def command(device, baud, file, rubbish):
        path = os.path.join(rubbish, "config.yaml")
        with open(path, "w") as text:
            text.write(config)
        return JAVA + ["print", file, "--port", device, "--baud", str(baud), "--quiet", "--config", path,
                       "--data-dir", data or os.path.join(rubbish, "data"), *options]
    return command


def pingpong(lines, limit):
    return lambda device, baud, file, rubbish: [
        f"{WORK}/pingpong", "-t", "3", "-w", str(lines), "-b", str(limit), device, file]


def packing(window, *more, only=(), never=()):
    """printwire with MeatPack behind the bridge."""
    name = f"printwire, MeatPack{', squeezed' if '--squeeze' in more else ''}, {window}"
    return Sender(name, printwire("--window", window, "--meatpack=on", *more), bridge=True, squeezes="--squeeze" in more,
                  only=only, never=never)


def all_senders(say):
    """Those that are here; `say` hears of the others."""
    small = ("seg02b115",)
    found = [Sender("C, one line", pingpong(1, 0), peer=True), Sender("C, 16 lines/127 bytes", pingpong(16, 127), peer=True),
             Sender("C, one line, text through the bridge", pingpong(1, 0), bridge=True, only=small),
             Sender("C, 16 lines/127 bytes, text through the bridge", pingpong(16, 127), bridge=True, only=small),
             Sender("printwire, one line", printwire("--window", "1")),
             Sender("printwire, 2 lines/126 bytes", printwire("--window", "2/126")),
             Sender("printwire, 16 lines/127 bytes", printwire("--window", "16/127"), never=("faults", "lost")),
             packing("2/126", never=("lost",))]
    found += [packing(window, only=small) for window in ("4/126", "16/127")]
    found += [packing(window, "--squeeze", only=small) for window in ("2/126", "4/126", "16/127")]
    for python in ("/usr/bin/python3", "python3"):
        if works(python, "-c", "import printrun.printcore"):
            peer = os.path.join(os.environ["BENCH_EMULATOR"], "peer_printcore.py")
            found.append(Sender("printcore", lambda d, b, f, r, p=python: [p, "-B", peer, d, str(b), f], peer=True))
            break
    else:
        say("printcore skipped: apt-get install printrun-common")
    if shutil.which("gcode-cli"):
        for batch in (1, 4):
            found.append(Sender(f"gcode-cli -b{batch}",
                                lambda d, b, f, r, n=batch: ["gcode-cli", "-s", "100", "-q", "-q", "-b", str(n), f, d],
                                peer=True, never=("faults", "lost")))
    else:
        say("gcode-cli skipped: not on the PATH")
    say("octoprint and prusalink skipped: they need their own installation, see the emulator's README for figures")
    return found
