#!/bin/sh
# Do webhooks slow a print down? Prints a generated file of 20,000 lines to an emulated printer that takes no time, in
# interleaved rounds: without webhooks (twice, for the noise), with a receiver that never answers, and with one that is
# down. Each webhook hears of every percent and every layer, with a picture. Shows the lines per second of each run,
# the medians, and how far two runs without webhooks are apart.
#
#     scripts/webhook-bench.sh                          to printwire simulate
#     scripts/webhook-bench.sh "/path/to/fakefw --latency-us 300" 5
#                                                       to another emulator that takes --link and --boot, 5 rounds
#
# An instant printer takes 20,000 lines in a second or two, most of which the JVM warms up and the machine's two
# programs fight for its cores: expect figures that swing. With the delay of a real USB answer they are steady.
#
# Needs python3, for the receiver that never answers.
set -eu

printwire=$(dirname -- "$(readlink -f -- "$0")")/printwire
emulator=${1:-}
rounds=${2:-5}
work=$(mktemp -d)
trap 'kill $receiver 2>/dev/null || :; rm -rf "$work"' EXIT
receiver=

awk 'BEGIN {
    print "M83"; lines = 1
    for (layer = 1; lines < 19999; layer++) {
        printf ";LAYER_CHANGE\n;Z:%.1f\n;HEIGHT:0.2\nG1 Z%.1f F720\n", layer / 5, layer / 5; lines++
        for (move = 0; move < 199 && lines < 19999; move++) {
            lines++
            if (lines % 200 == 50) printf "M73 P%d R%d\n", lines / 200, 100 - lines / 200
            else printf "G1 X%.3f Y%.3f E%.5f\n", 50 + move % 97 * 1.003, 50 + move % 89 * 1.007, 0.03125
        }
    }
    print "M84"
}' > "$work/bench.gcode"

python3 -c '
import socket, time
hangs = socket.socket(); hangs.bind(("127.0.0.1", 0)); hangs.listen(50)
down = socket.socket(); down.bind(("127.0.0.1", 0))
print(hangs.getsockname()[1], down.getsockname()[1], flush=True)
while True: time.sleep(60)
' > "$work/ports" &
receiver=$!
until [ -s "$work/ports" ]; do sleep 0.1; done
read -r hanging down < "$work/ports"

config() { # NAME PORT
    cat > "$work/$1.yaml" <<YAML
cameras: [{name: picture, type: test}]
webhooks:
  - id: $1
    url: http://127.0.0.1:$2/hook
    progressInterval: 1
    events: [PrintStarted, PrintProgress, LayerChanged, ZChanged, ColorChangeWaiting, PrintDone, PrintFailed]
YAML
}
config hanging "$hanging"
config down "$down"
echo '{}' > "$work/none.yaml"
cp "$work/none.yaml" "$work/again.yaml"

run() { # CONFIGURATION: lines per second
    rm -f "$work/printer"
    if [ -n "$emulator" ]; then
        # shellcheck disable=SC2086 # its options are words
        $emulator --link "$work/printer" --boot none > "$work/emulator.log" 2>&1 &
    else
        "$printwire" simulate --link "$work/printer" --time-scale 0 > "$work/emulator.log" 2>&1 &
    fi
    printer=$!
    until [ -e "$work/printer" ]; do sleep 0.1; done
    "$printwire" print "$work/bench.gcode" --port "$work/printer" --config "$work/$1.yaml" --data-dir "$work" --json \
        2> "$work/messages" | sed -n 's/.*"event":"print.done".*/&/p' > "$work/done"
    kill "$printer" && wait "$printer" 2>/dev/null || :
    seconds=$(sed -n 's/.*"seconds":\([0-9.]*\).*/\1/p' "$work/done")
    lines=$(sed -n 's/.*"lines":\([0-9]*\).*/\1/p' "$work/done")
    [ -n "$seconds" ] || { echo "the print failed:" >&2; cat "$work/messages" >&2; exit 1; }
    awk -v l="$lines" -v s="$seconds" 'BEGIN { printf "%.0f\n", l / s }'
}

"$printwire" --version
echo "$(grep -vc '^;' "$work/bench.gcode") lines to ${emulator:-printwire simulate}; lines per second:"
printf '%-6s %10s %10s %10s %10s\n' round none again hanging down
round=1
while [ "$round" -le "$rounds" ]; do
    # Each round begins with another one, so that none gains by its place.
    case $((round % 4)) in
        1) order='none hanging again down' ;;
        2) order='down none hanging again' ;;
        3) order='again down none hanging' ;;
        0) order='hanging again down none' ;;
    esac
    for kind in $order; do run "$kind" >> "$work/$kind.figures"; done
    printf '%-6s %10s %10s %10s %10s\n' "$round" $(for kind in none again hanging down; do tail -n 1 "$work/$kind.figures"; done)
    round=$((round + 1))
done

median() { sort -n "$@" | awk '{ v[NR] = $1 } END { m = int((NR + 1) / 2); printf "%.0f", NR % 2 ? v[m] : (v[m] + v[m + 1]) / 2 }'; }
printf '%-6s %10s %10s %10s %10s\n' median $(for kind in none again hanging down; do median "$work/$kind.figures"; echo; done)
for kind in again hanging down; do
    paste "$work/none.figures" "$work/$kind.figures" |
        awk -v kind="$kind" '{ p = 100 * ($2 / $1 - 1); sum += p; if (NR == 1 || p < low) low = p; if (NR == 1 || p > high) high = p }
            END { printf "%s against none: %+.1f %% on average, pairs from %+.1f to %+.1f %%\n", kind, sum / NR, low, high }'
done
