"""Runs senders against the emulator and measures them from outside. See run and README.md."""
import os
import sys

import disturbed
import faults
from print_once import Set, real_time, run
from senders import WORK, all_senders
from table import Results

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
# As in the emulator's README: the timed sets under SCHED_FIFO, the emulator before the sender.
EMULATOR_FIFO, SENDER_FIFO = 20, 10


def say(text):
    print(text, file=sys.stderr, flush=True)


def in_turns(name, senders, rounds, results, file, how, kind=None):
    """Each round begins with another sender, so that none gains by its place."""
    here = [sender for sender in senders if sender.takes_part(kind or name)]
    for turn in range(rounds):
        for i in range(len(here)):
            sender = here[(i + turn) % len(here)]
            figures = run(sender, os.path.join(WORK, file), how)
            results.add(name, sender.name, turn + 1, figures)
            say(f"{name} round {turn + 1}: {sender.name}: {figures['lines_per_s']:.0f} lines/s, starved "
                f"{figures['starved_s']:.3f} s, hash {'right' if figures['hash_right'] else 'WRONG'}, exit {figures['exit']}"
                + (f", {figures['dropped']} bytes dropped" if figures["dropped"] else "")
                + ("" if figures["exit"] == 0 else " " + figures["last_words"]))


def instant(senders, results):
    in_turns("instant", senders, ROUNDS, results, "g20k.gcode", Set(["--mode", "instant"]))


def instant100k(senders, results):
    in_turns("instant100k", senders, min(ROUNDS, 3), results, "g100k.gcode", Set(["--mode", "instant"]))


def start(senders, results):
    with open(os.path.join(WORK, "one.gcode"), "w") as file:
        file.write("G1 X10 F6000\n")
    for name, file in (("start, 1 line", "one.gcode"), ("start, 20,000 lines", "g20k.gcode")):
        in_turns(name, senders, ROUNDS, results, file, Set(["--mode", "instant"]), kind="start")


def starve(senders, results):
    if not real_time(EMULATOR_FIFO):
        say("starve: no SCHED_FIFO here (chrt as root): the emulator and the senders compete with everything else")
    for name, file, baud in (("seg02b250", "seg02.gcode", 250000), ("seg04b115", "seg04.gcode", 115200),
                             ("seg02b115", "seg02.gcode", 115200)):
        in_turns(name, senders, ROUNDS, results, file, Set(["--mode", "planner"], baud, ring=127,
                 emulator_fifo=EMULATOR_FIFO, sender_fifo=SENDER_FIFO))


def main(words):
    senders = all_senders(say)
    only = os.environ.get("BENCH_SENDERS")
    if only:
        senders = [each for each in senders if any(part in each.name for part in only.split(","))]
    results = Results(os.environ["BENCH_OUT"])
    parts = {"instant": instant, "instant100k": instant100k, "start": start, "starve": starve,
             "lost": lambda s, r: faults.lost(s, r, say),
             "disturbed": lambda s, r: disturbed.disturbed(r, ROUNDS, EMULATOR_FIFO, SENDER_FIFO, say),
             "faults": lambda s, r: faults.faults(s, r, int(words[1]) if len(words) > 1 else 200, say)}
    for part in words[:1] or list(parts):
        if part not in parts:
            sys.exit(f"bench/run: no measurement '{part}': {', '.join(parts)} [SEEDS], allocation")
        parts[part](senders, results)
    print(results.markdown())


main(sys.argv[1:])
