#!/bin/bash
# Cameras on a real kernel: a guest with the kernel's own test camera (vivid), where they can be unplugged. Lists, probes
# and takes pictures by printwire's V4L2 driver; looks at the colours; takes two at once; meets a busy camera; has the
# camera taken away in the middle of a capture, and given back.
#   HIL=/path/to/hil scripts/guest-camera.sh [JAR]
# HIL: the script that builds, starts and runs the guest ("hil build" once before); HIL_DIR as that script has it. The
# pictures are in $HIL_DIR/share/camera afterwards. The guest is emulated, so its times say nothing.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
hil=${HIL:?say where the script hil is, as HIL=/path/to/hil}
export HIL_DIR=${HIL_DIR:-$HOME/.cache/printwire-hil}
jar=${1:-$home/target/printwire.jar}
share=$HIL_DIR/share
[ -f "$jar" ] || (cd "$home" && mvn -q -B package -DskipTests)
rm -rf "$share/camera"
mkdir -p "$share/camera"
cp "$jar" "$share/camera/printwire.jar"
echo 'uname -r' | "$hil" run 30 >/dev/null 2>&1 || "$hil" start

"$hil" run 1500 <<'GUEST' | tee "$share/camera/report.txt"
cd /hil/camera
failed=0
must() { # what, then a command that must succeed
    local what=$1
    shift
    if "$@"; then echo "ok      $what"; else echo "FAILED  $what"; failed=1; fi
}
printwire() { java -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -jar printwire.jar "$@"; }
snapshot() { printwire camera snapshot --limit 120 "$@"; }
plug() { modprobe vivid n_devs=1 node_types=0x1; udevadm settle; }
# The colour of one pixel, as rrggbb.
pixel() { ffmpeg -v error -i "$1" -vf "crop=1:1:$2:$3,format=rgb24" -f rawvideo - | od -An -tx1 | tr -d ' '; }
# Each channel within 8 of what vivid's bars of 75 % have: JPEG and the way through YUV cost a little.
near() {
    local i
    for i in 0 2 4; do
        local d=$((16#${1:i:2} - 16#${2:i:2}))
        [ "${d#-}" -le 8 ] || return 1
    done
}
colours() { # white, yellow, cyan, green, magenta, red, blue, black from left to right; the text is above
    local i=0 bar
    for bar in bfbfbf bfbf00 00bfbf 00bf00 bf00bf bf0000 0000bf 000000; do
        near "$(pixel "$1" $((40 + 80 * i)) 300)" $bar || { echo "bar $i is $(pixel "$1" $((40 + 80 * i)) 300), not $bar"; return 1; }
        i=$((i + 1))
    done
}
# Vivid writes white on black into the upper left corner.
upright() { [ "$(pixel "$1" 20 20)" != "$(pixel "$1" 20 460)" ] && near "$(pixel "$1" 18 140)" 000000; }
differ() { ! cmp -s "$1" "$2"; }

rmmod vivid 2>/dev/null
plug
echo "== list"
must "list names the camera" grep -q vivid <(printwire camera list | tee /dev/stderr)
echo "== probe"
must "probe takes pictures" printwire camera probe --camera /dev/video0 --limit 120
echo "== snapshot"
cat >config.yaml <<'Y'
cameras:
  - {name: bed, type: v4l2, device: /dev/video0, size: 640x480, keepOpen: 60s}
Y
must "snapshot" snapshot --config config.yaml -o bars.jpg
must "its colours are vivid's" colours bars.jpg
must "it is the right way up" upright bars.jpg
for format in NV12 RGB24 GREY; do
    echo "cameras: [{name: bed, type: v4l2, device: /dev/video0, size: 640x480, format: $format}]" >$format.yaml
    must "snapshot of $format" snapshot --config $format.yaml -o $format.jpg
    [ $format = GREY ] || must "colours of $format" colours $format.jpg
done
echo "== the clock runs while the camera is kept on"
printwire camera watch --config config.yaml --limit 120 --every 3 -n 3 -o clock.jpg >watch.txt 2>&1 &
watch=$!
for n in 1 2; do
    until [ "$(wc -l <watch.txt)" -ge $n ] || ! kill -0 $watch; do sleep 0.2; done
    cp clock.jpg clock-$n.jpg
done
wait $watch
cp clock.jpg clock-3.jpg
must "three pictures, three times" eval 'differ clock-1.jpg clock-2.jpg && differ clock-2.jpg clock-3.jpg'
echo "== two at once"
snapshot --camera /dev/video0 -o one.jpg >one.txt 2>&1 &
one=$!
snapshot --camera /dev/video0 -o two.jpg >two.txt 2>&1
must "the second of two" test -s two.jpg
wait $one
must "the first of two" test -s one.jpg
cat one.txt two.txt
echo "== busy"
ffmpeg -v quiet -f v4l2 -i /dev/video0 -f null - &
busy=$!
until fuser -s /dev/video0; do sleep 0.2; done
sleep 3
must "list says who has it" grep -q "process $busy (ffmpeg)" <(printwire camera list | tee /dev/stderr)
printwire camera snapshot --limit 20 --camera /dev/video0 -o busy.jpg 2>busy.txt
cat busy.txt
must "snapshot says who has it" grep -q "in use by process $busy (ffmpeg)" busy.txt
must "and leaves no file" test ! -e busy.jpg
must "and the other goes on" kill -0 $busy
kill $busy
wait $busy
echo "== taken away in the middle of a capture, and given back"
printwire camera watch --config config.yaml --limit 20 --every 1 -n 25 -o gone.jpg >gone.txt 2>&1 &
watch=$!
until grep -q 'taken in' gone.txt; do sleep 0.1; done
echo vivid.0 >/sys/bus/platform/drivers/vivid/unbind
until grep -q 'no picture' gone.txt || ! kill -0 $watch; do sleep 0.1; done
must "rmmod vivid" rmmod vivid
plug
wait $watch
sed 's/, taken in.*//' gone.txt | uniq -c
must "it says so when the camera is gone" grep -q 'is not there: plug the camera in' gone.txt
must "and takes pictures again when it is back" eval 'tail -n 1 gone.txt | grep -q "taken in"'
must "nobody has the camera open at the end" eval '! fuser -s /dev/video0'
rm -f printwire.jar
exit $failed
GUEST
