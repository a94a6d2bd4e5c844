"""One print: emulator, bridge if it needs one, sender; and its figures, taken from outside."""
import json
import os
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time

import expected
from senders import WORK

TICK = os.sysconf("SC_CLK_TCK")
# What printwire sends after a print that it gave up: no line of the file (scripts.cancel in profiles/printers).
FAREWELL = {"M603", "M104", "M140", "M107"}


def real_time(priority):
    """Words before a command for SCHED_FIFO, so that nothing but the kernel stands in its way. None, where we may not."""
    if not priority or os.environ.get("BENCH_FIFO") == "0":
        return []
    words = ["chrt", "-f", str(priority)]
    try:
        may = subprocess.run([*words, "true"], stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        may = False
    return words if may else []


class Set:
    """How a print is done: the emulator's options, the wire, how long, and at which real-time priorities (0: none)."""

    def __init__(self, options, baud=0, limit=300, emulator_fifo=0, sender_fifo=0, ring=0, executed=False, heard=False):
        self.options, self.baud, self.limit, self.ring = options, baud, limit, ring
        self.emulator, self.sender = real_time(emulator_fifo), real_time(sender_fifo)
        self.executed, self.heard = executed, heard


def wait_for(path, process, seconds=10):
    end = time.monotonic() + seconds
    while not os.path.exists(path):
        if time.monotonic() > end or process.poll() is not None:
            raise RuntimeError(f"{process.args} does not come up")
        time.sleep(0.01)


def stop(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def cpu(pid):
    """Processor seconds of all its threads, the kernel's part included; None: it is gone."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK
    except (OSError, IndexError):
        return None


def peak_kb(pid):
    try:
        with open(f"/proc/{pid}/status") as file:
            return max((int(line.split()[1]) for line in file if line.startswith("VmHWM")), default=None)
    except OSError:
        return None


class Watch:
    """A process until it ends: processor time in samples and in all, peak memory, exit code or "hung"."""

    def __init__(self, process, limit):
        self.samples, self.memory = [], 0
        handle = os.pidfd_open(process.pid)
        ended = select.poll()
        ended.register(handle, select.POLLIN)
        begun = time.monotonic()
        hung = False
        while not ended.poll(20):
            used, peak = cpu(process.pid), peak_kb(process.pid)
            if used is not None:
                self.samples.append((time.monotonic(), used))
            self.memory = max(self.memory, peak or 0)
            if time.monotonic() > begun + limit and not hung:
                hung = True
                process.kill()
        os.close(handle)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.whole = usage.ru_utime + usage.ru_stime
        self.exit = "hung" if hung else process.returncode

    def used_until(self, moment):
        return max((used for at, used in self.samples if at <= moment), default=0.0)


def run(sender, file, how):
    """One print of `file` by `sender`. Returns its figures."""
    rubbish = tempfile.mkdtemp(dir=WORK)
    running = []
    try:
        device = start_printer(sender, how, rubbish, running)
        begun = time.monotonic()
        with open(os.path.join(rubbish, "said.txt"), "w") as log:
            process = subprocess.Popen(how.sender + sender.command(device, how.baud or 115200, file, rubbish),
                                       stdout=log, stderr=log)
            watch = Watch(process, how.limit)
        wall = time.monotonic() - begun
        for each in running:
            stop(each)
        return figures(sender, file, how, rubbish, watch, begun, wall)
    finally:
        for each in running:
            stop(each)
        shutil.rmtree(rubbish, ignore_errors=True)


def start_printer(sender, how, rubbish, running):
    """Returns the device that the sender is to open; `running` gets what must be stopped, the bridge first."""
    link = os.path.join(rubbish, "printer")
    paced = ["--baud", str(how.baud)] if how.baud and not sender.bridge else []
    ring = ["--rx-buffer", str(how.ring)] if how.ring and not sender.bridge else []
    log = ["--log", os.path.join(rubbish, "executed.txt")] if how.executed else []
    with open(os.path.join(rubbish, "heard.txt"), "w") as heard:
        running.append(subprocess.Popen(
            [*how.emulator, f"{WORK}/fakefw", "--link", link, "--report", os.path.join(rubbish, "report.json"),
             "--skip", expected.SKIP, *paced, *ring, *log, *(["--verbose"] if how.heard else []), *how.options],
            stdout=subprocess.DEVNULL, stderr=heard))
    wait_for(link, running[0])
    if not sender.bridge:
        return link
    packed = os.path.join(rubbish, "packed")
    with open(os.path.join(rubbish, "bridge.txt"), "w") as said:
        running.insert(0, subprocess.Popen(
            [*how.emulator, f"{WORK}/meatpack-bridge", "--baud", str(how.baud), "--ring", str(how.ring), "--link", packed,
             link], stdout=said, stderr=said))
    wait_for(packed, running[0])
    return packed


def figures(sender, file, how, rubbish, watch, begun, wall):
    with open(os.path.join(rubbish, "report.json")) as text:
        said = json.load(text)
    first, lines = said["first_print_mono"], said["print_lines"]
    start_cpu = watch.used_until(first)
    right = said["hash_print"] == expected.hash_of(file, sender.squeezes)
    result = {
        "lines_per_s": said["lines_per_s"],
        "cpu_100k": max(0.0, watch.whole - start_cpu) * 100000 / lines if lines > 100 else None,
        "cpu_start": start_cpu, "memory_mb": watch.memory / 1024, "first_line_s": first - begun if first else None,
        "starved_s": said["starved_seconds"], "starved_10ms_s": said["starved_in_gaps_to_10ms"],
        "gaps": said["starved_count"], "longest_ms": said["starved_longest"] * 1000, "hash_right": right,
        "exit": watch.exit, "wall_s": wall, "resends": said["resends"], "executed": lines,
        "dropped": said["rx_dropped"] + dropped(rubbish), "faults": said["fault_drop_ok"] + said["fault_lost"],
        "worst_gap_s": worst_gap(os.path.join(rubbish, "heard.txt")) if how.heard else None}
    result["outcome"] = "right" if right else "wrong"
    result["difference"] = ""
    if how.executed:
        result["difference"] = difference(file, sender, rubbish, watch.exit == 0)
        result["outcome"] = outcome(watch.exit, result["difference"])
    result["last_words"] = last_words(rubbish)
    return result


def outcome(code, difference):
    """right; failed: gave up, and all that was executed until then was right; hung: the same without an end; wrong."""
    return "wrong" if difference else "right" if code == 0 else "hung" if code == "hung" else "failed"


def difference(file, sender, rubbish, whole):
    """The first command that was executed and should not have been, or the other way round; "" if there is none."""
    executed = expected.commands(os.path.join(rubbish, "executed.txt"))
    wanted = expected.commands(expected.source(file, sender.squeezes))
    while not whole and executed and executed[-1].split()[0] in FAREWELL:
        executed.pop()
    for number, (was, should) in enumerate(zip(executed, wanted), 1):
        if was != should:
            return f"command {number} was {was!r}, should be {should!r}"
    if len(executed) > len(wanted):
        return f"{len(executed) - len(wanted)} commands too many: {executed[len(wanted)]!r}"
    return f"{len(wanted) - len(executed)} commands at the end are missing" if whole and len(executed) < len(wanted) else ""


def worst_gap(path):
    """The longest time in seconds between two lines of the job that the printer has accepted one after the other."""
    last_number, last_time, worst = 0, None, 0.0
    with open(path, errors="replace") as heard:
        for line in heard:
            found = re.match(r"(\d+\.\d+) < (N(\d+) ?(.*))\*(\d+)\s*$", line)
            if not found or checksum(found[2]) != int(found[5]):
                continue
            at, number, command = float(found[1]), int(found[3]), found[4]
            if command.startswith("M110"):
                new = re.search(r"N(\d+)", command[4:])
                last_number = int(new[1]) if new else number
                # The job begins to count at 0; what came before was the greeting.
                last_time = last_time if last_number else None
            elif number == last_number + 1:
                if last_time is not None:
                    worst = max(worst, at - last_time)
                last_number, last_time = number, at
    return worst


def checksum(text):
    value = 0
    for byte in text.encode("latin-1", "replace"):
        value ^= byte
    return value


def dropped(rubbish):
    try:
        with open(os.path.join(rubbish, "bridge.txt")) as said:
            found = re.search(r"(\d+) dropped", said.read())
        return int(found[1]) if found else 0
    except OSError:
        return 0


def last_words(rubbish):
    with open(os.path.join(rubbish, "said.txt"), errors="replace") as log:
        return " ".join(log.read().split())[-200:]
