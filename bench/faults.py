"""Prints over a bad cable: do they end right, and what does one fault cost?"""
import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from statistics import median

from print_once import Set, run
from senders import WORK

JOBS = int(os.environ.get("BENCH_JOBS", str(2 * (os.cpu_count() or 2))))
PEER_SEEDS = int(os.environ.get("BENCH_PEER_SEEDS", "5"))
LIMIT = float(os.environ.get("BENCH_LIMIT", "180"))
RATES = (0.001, 0.0005, 0.0005)  # corrupt, drop-ok, lose-line


def with_feedrate(name, lines):
    """So many lines of g10k.gcode: about 1 mm each, and told how fast, so that a host can know how long each takes."""
    path = os.path.join(WORK, name)
    with open(os.path.join(WORK, "g10k.gcode")) as source, open(path, "w") as target:
        for number, line in zip(range(lines), source):
            target.write(line.rstrip("\n") + " F6000\n" if number == 0 else line)
    return path


def at_once(tasks, jobs):
    """Does all (key, sender, file, how), so many at a time: a print with faults mostly waits. Yields (key, figures)."""
    pool = ThreadPoolExecutor(jobs)
    try:
        under_way = {pool.submit(run, sender, file, how): key for key, sender, file, how in tasks}
        for done in as_completed(under_way):
            yield under_way[done], done.result()
    finally:
        pool.shutdown(cancel_futures=True)


def faults(senders, results, seeds, say):
    file = with_feedrate("faults.gcode", int(os.environ.get("BENCH_LINES", "2000")))
    tasks = []
    for factor in (1, 10):
        corrupt, drop, lose = (str(rate * factor) for rate in RATES)
        for seed in range(1, seeds + 1):
            how = Set(["--mode", "instant", "--rx-buffer", "128", "--seed", str(seed), "--corrupt-rate", corrupt,
                       "--drop-ok-rate", drop, "--lose-line-rate", lose], limit=LIMIT, executed=True)
            tasks += [((f"faults x{factor}", sender.name, seed), sender, file, how) for sender in senders
                      if sender.takes_part("faults") and (seed <= PEER_SEEDS or not sender.peer)]
    say(f"faults: {len(tasks)} prints, {JOBS} at a time")
    for count, ((name, sender, seed), figures) in enumerate(at_once(tasks, JOBS), 1):
        results.add(name, sender, seed, figures)
        if figures["outcome"] != "right":
            say(f"{name} seed {seed}: {sender}: {figures['outcome']}, {figures['executed']} lines executed, exit"
                f" {figures['exit']}: {figures['difference'] or figures['last_words']}")
        if count % 50 == 0:
            say(f"faults: {count} of {len(tasks)} prints done")


def lost(senders, results, say):
    """Lost oks alone, then lost lines alone: about 10 of 5,000 lines are hit. What one costs is the time over a clean print."""
    file = with_feedrate("lost.gcode", int(os.environ.get("BENCH_LINES", "5000")))
    kinds = {"lost: none": [], "lost: oks": ["--drop-ok-rate", "0.002"], "lost: lines": ["--lose-line-rate", "0.002"]}
    tasks = [((name, sender.name, seed), sender, file, Set(
                ["--mode", "instant", "--rx-buffer", "128", "--seed", str(seed), *options], limit=min(LIMIT, 90),
                executed=True, heard=True))
             for name, options in kinds.items() for seed in (1, 2, 3) for sender in senders
             if sender.takes_part("lost") and (seed == 1 or sender.name != "printcore")]
    # One at a time: what is measured is time.
    done = list(at_once(tasks, 1))
    done.sort(key=lambda each: (list(kinds).index(each[0][0]), each[0][2]))
    clean = {sender.name: median([figures["wall_s"] for (name, of, _), figures in done
                                  if name == "lost: none" and of == sender.name] or [0]) for sender in senders}
    for (name, sender, seed), figures in done:
        count = figures["faults"]
        ended = figures["exit"] != "hung"
        figures["cost_s"] = (figures["wall_s"] - clean[sender]) / count if count and ended else None
        results.add(name, sender, seed, figures)
        say(f"{name} seed {seed}: {sender}: {figures['outcome']}, {count} faults, {figures['wall_s']:.2f} s, worst gap"
            f" {figures['worst_gap_s']:.2f} s")
