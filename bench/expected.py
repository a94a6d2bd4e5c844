"""What the printer must have executed of a file."""
import os
import subprocess
import sys
import threading

from senders import WORK

# Commands that hosts send by themselves: no part of the file, and left out of the hash.
SKIP = "M105,M110,M115,M155,M114,M20,M21,M27,M602,M400,M75,M77,M79,M85,M86,M113,M104,M140"
SKIPPED = set(SKIP.split(","))
CANONICAL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "canonical.py")

_hashes, _lock = {}, threading.Lock()


def hash_of(file, squeezed=False):
    """The emulator's own hash of the file; of its canonical form, made by canonical.py, for a sender that squeezes."""
    with _lock:
        if (file, squeezed) not in _hashes:
            _hashes[file, squeezed] = subprocess.run(
                [f"{WORK}/fakefw", "--skip", SKIP, "--hash", source(file, squeezed)], check=True, capture_output=True,
                text=True).stdout.split()[0]
        return _hashes[file, squeezed]


def source(file, squeezed):
    """The file, or its canonical form beside it."""
    if not squeezed:
        return file
    path = file + ".squeezed"
    if not os.path.exists(path):
        with open(path + ".new", "wb") as target:
            subprocess.run([sys.executable, "-B", CANONICAL, file], check=True, stdout=target)
        os.rename(path + ".new", path)
    return path


def commands(file):
    """The file's commands, or those of the emulator's log, without what is skipped."""
    cleaned = []
    with open(file, errors="replace") as text:
        for line in text:
            command = line.split(";", 1)[0].strip()
            if command and command.split()[0] not in SKIPPED:
                cleaned.append(command)
    return cleaned
