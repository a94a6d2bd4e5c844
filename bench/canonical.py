#!/usr/bin/env python3
"""Writes a G-code file in the form that `printwire print --squeeze` sends, for `fakefw --hash`.

Written apart from gcode/Squeeze.java, so that each checks the other:  canonical.py FILE > SQUEEZED
"""
import re
import sys

COMMANDS = {"G0", "G1", "G2", "G3", "G4", "G92", "M73", "M104", "M106", "M109", "M140", "M190", "M201", "M203", "M204",
            "M205", "M220", "M221", "M900"}
WORD = re.compile(r"([A-Z])([+-]?)(\d+\.?\d*|\.\d+)(?=[ \tA-Z]|$)[ \t]*")


def number(sign, digits):
    whole, _, part = digits.partition(".")
    text = (whole.lstrip("0") + ("." + part.rstrip("0") if part.rstrip("0") else "")) or "0"
    return text if text == "0" or sign != "-" else "-" + text


def squeezed(line):
    words, at = [], 0
    while at < len(line):
        found = WORD.match(line, at)
        if not found:
            return line
        words.append((found[1], number(found[2], found[3])))
        at = found.end()
    if not words or "".join(words[0]) not in COMMANDS:
        return line
    text = ""
    for letter, value in words:
        exponent = letter == "E" and value.lstrip("-")[0].isdigit() and text
        hexadecimal = letter == "X" and re.search(r"[A-Z-]0$", text)
        text += (" " if exponent or hexadecimal else "") + letter + value
    return text


for raw in open(sys.argv[1], encoding="latin-1", newline="\n"):
    command = raw.split(";", 1)[0].strip()
    if command:
        sys.stdout.buffer.write((squeezed(command) + "\n").encode("latin-1"))
