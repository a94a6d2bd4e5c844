/*
 * meatpack-bridge: puts a MeatPack printer in front of a printer that takes text.
 *
 *   cc -O2 -Wall -Wextra -o meatpack-bridge meatpack-bridge.c -lutil
 *   fakefw --link dev --baud 0 ... &
 *   ./meatpack-bridge --link packed --baud 115200 --ring 127 dev &
 *   printwire print --port packed --meatpack=on FILE
 *
 * The host opens the pseudo-terminal "packed"; only then is DEVICE opened, so a printer that restarts when it is opened does
 * so for the host. Bytes both ways are paced at ten bits a byte, in the host's direction as they come from the host, so
 * packed. They are unpacked (protocol PV01) and written to DEVICE; commands to the unpacker are answered here, and not passed
 * on. With --cap the answer to M115 gets a line Cap:MEATPACK:1.
 *
 * --ring N models the firmware's receive ring: bytes that have arrived wait in it, packed as they are, while the firmware's
 * command buffer (--bufsize, 4) is full, which is told from the lines passed on and the oks to them. What does not fit into N
 * bytes is dropped and counted. The printer behind must then have no receive buffer of its own, and lose no ok: each would
 * take a place in the command buffer for ever.
 *
 * SIGTERM and SIGINT write what was counted to standard error and end it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { ROOM = 1 << 16 };

/* Bytes on a wire, each there when its last bit is. */
struct wire {
    unsigned char bytes[ROOM];
    size_t head, count;
    long long due;  /* when the byte at the head is there, ns */
    long long free; /* when the last bit of the last byte has left */
};

static struct wire down, up;
static unsigned char ring[ROOM];
static size_t ring_head, ring_count, ring_size; /* size 0: no end */
static long slots = 4, unanswered;
static int printer = -1, host;
static long long byte_ns;
static volatile sig_atomic_t stop;
static unsigned long long packed_bytes, plain_bytes, lines, commands, dropped;
static size_t fullest;

/* The unpacker, and the line that it makes. */
static int active, no_spaces, marks, command_next, literals, second, content, comment;
static int report_cap;

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void on_signal(int number)
{
    (void) number;
    stop = 1;
}

static void put(struct wire *wire, const void *bytes, size_t count, long long time)
{
    const unsigned char *from = bytes;
    if (wire->free < time)
        wire->free = time;
    if (wire->count == 0)
        wire->due = wire->free + byte_ns;
    for (size_t i = 0; i < count && wire->count < ROOM; i++) {
        wire->bytes[(wire->head + wire->count++) % ROOM] = from[i];
        wire->free += byte_ns;
    }
}

static int take(struct wire *wire, long long time, unsigned char *byte)
{
    if (wire->count == 0 || wire->due > time)
        return 0;
    *byte = wire->bytes[wire->head];
    wire->head = (wire->head + 1) % ROOM;
    wire->count--;
    wire->due += byte_ns;
    return 1;
}

/* When the first byte is there that may end a line, or is a command's, or is the last: no need to wake up for others. */
static long long next_end(const struct wire *wire)
{
    size_t i = 0;
    for (; i + 1 < wire->count; i++) {
        unsigned char byte = wire->bytes[(wire->head + i) % ROOM];
        if (byte == '\n' || (wire == &down && ((byte & 15) == 12 || byte >> 4 == 12 || byte == 0xFF)))
            break;
    }
    return wire->count ? wire->due + (long long) i * byte_ns : -1;
}

static void write_all(int fd, const void *bytes, size_t count)
{
    const char *from = bytes;
    while (count > 0 && !stop) {
        ssize_t written = write(fd, from, count);
        if (written > 0) {
            from += written;
            count -= written;
        } else if (errno == EAGAIN) {
            struct pollfd room = { fd, POLLOUT, 0 };
            poll(&room, 1, 100);
        } else if (errno != EINTR) {
            return; /* nobody there */
        }
    }
}

static unsigned char meaning(int nibble)
{
    static const char table[] = "0123456789. \nGX";
    return nibble == 11 && no_spaces ? 'E' : (unsigned char) table[nibble];
}

static void state_report(long long time)
{
    char text[32];
    int length = snprintf(text, sizeof text, " [MP] PV01 %s %s\n", active ? "ON" : "OFF", no_spaces ? "NSP" : "ESP");
    put(&up, text, length, time);
}

static void obey(unsigned char code, long long time)
{
    commands++;
    switch (code) {
    case 0xFB: active = 1; break;
    case 0xFA: active = 0; break;
    case 0xFD: active = !active; break;
    case 0xF9: active = no_spaces = marks = literals = second = 0; break;
    case 0xF7: no_spaces = 1; break;
    case 0xF6: no_spaces = 0; break;
    default: break;
    }
    state_report(time);
}

/* One byte after the commands were taken out; returns how many characters it gives. */
static int unpack(unsigned char byte, unsigned char *out)
{
    int count = 0;
    if (!active) {
        out[count++] = byte;
    } else if (literals > 0) {
        literals--;
        out[count++] = byte;
        if (second) {
            out[count++] = second;
            second = 0;
        }
    } else {
        int low = byte & 15, high = byte >> 4;
        if (low == 15) {
            literals = high == 15 ? 2 : 1;
            if (high != 15)
                second = meaning(high);
        } else {
            out[count++] = meaning(low);
            if (out[0] != '\n') {
                if (high == 15)
                    literals = 1;
                else
                    out[count++] = meaning(high);
            }
        }
    }
    return count;
}

static int from_ring(unsigned char byte, unsigned char *out, long long time)
{
    int count = 0;
    if (byte == 0xFF) {
        if (marks) {
            command_next = 1;
            marks = 0;
        } else {
            marks = 1;
        }
        return 0;
    }
    if (command_next) {
        command_next = 0;
        obey(byte, time);
        return 0;
    }
    if (marks) {
        marks = 0;
        count = unpack(0xFF, out);
    }
    return count + unpack(byte, out + count);
}

/* A line that will be answered takes a place in the command buffer; one of blanks or comment alone does not. */
static void follow(unsigned char character)
{
    if (character == '\n') {
        lines++;
        unanswered += content;
        content = comment = 0;
    } else if (character == ';') {
        comment = 1;
    } else if (character != ' ' && !comment) {
        content = 1;
    }
}

/* What the firmware takes out of its ring, as far as it has room for commands; returns how many characters that gives. */
static size_t take_out(unsigned char *out, long long time)
{
    size_t length = 0;
    while (ring_count && (!ring_size || unanswered < slots)) {
        int count = from_ring(ring[ring_head], out + length, time);
        ring_head = (ring_head + 1) % ROOM;
        ring_count--;
        for (int i = 0; i < count; i++)
            follow(out[length + i]);
        length += count;
    }
    return length;
}

/* All that has arrived by now goes through the ring, and on in one write. */
static void pass_on(long long time)
{
    static unsigned char out[3 * ROOM];
    unsigned char byte;
    size_t length = take_out(out, time);
    while (length < ROOM && take(&down, time, &byte)) {
        packed_bytes++;
        if (ring_count == (ring_size ? ring_size : ROOM)) {
            dropped++;
            continue;
        }
        ring[(ring_head + ring_count++) % ROOM] = byte;
        fullest = ring_count > fullest ? ring_count : fullest;
        length += take_out(out + length, time);
    }
    write_all(printer, out, length);
    plain_bytes += length;
}

/* Text of the printer; a line Cap:MEATPACK:1 goes behind the one that holds the first capability. */
static void from_printer(const char *bytes, ssize_t count, long long time)
{
    static char line[4096];
    static size_t length;
    for (ssize_t i = 0; i < count; i++) {
        if (length < sizeof line - 1)
            line[length++] = bytes[i];
        if (bytes[i] == '\n') {
            line[length] = 0;
            put(&up, line, length, time);
            if (!strncmp(line, "ok", 2) && unanswered > 0)
                unanswered--;
            if (report_cap && strstr(line, "FIRMWARE_NAME:"))
                put(&up, "Cap:MEATPACK:1\n", 15, time);
            length = 0;
        }
    }
}

static void raw(int fd)
{
    struct termios mode;
    if (tcgetattr(fd, &mode) == 0) {
        cfmakeraw(&mode);
        tcsetattr(fd, TCSANOW, &mode);
    }
}

static void usage(const char *what)
{
    fprintf(stderr, "%s\nusage: meatpack-bridge [--link NAME] [--baud N] [--ring N] [--bufsize N] [--cap] DEVICE\n", what);
    exit(2);
}

/* As long as nobody has the port open, poll returns at once. 0: told to stop. */
static int wait_for_host(void)
{
    while (!stop) {
        struct pollfd fd = { host, POLLIN, 0 };
        if (poll(&fd, 1, 0) >= 0 && !(fd.revents & POLLHUP))
            return 1;
        struct timespec rest = { 0, 2000000 };
        nanosleep(&rest, NULL);
    }
    return 0;
}

static int open_printer(const char *device)
{
    printer = open(device, O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (printer < 0)
        fprintf(stderr, "%s: %s\n", device, strerror(errno));
    else
        raw(printer);
    return printer >= 0;
}

/* Until the host closes the port. 0: the printer is gone, or told to stop. */
static int serve(void)
{
    while (!stop) {
        unsigned char out[4096];
        size_t length = 0;
        long long time = now();
        pass_on(time);
        while (length < sizeof out && take(&up, time, out + length))
            length++;
        if (length)
            write_all(host, out, length);

        long long next = time + 100000000LL, end = next_end(&down);
        next = end >= 0 && end < next ? end : next;
        end = next_end(&up);
        next = end >= 0 && end < next ? end : next;
        long long wait = next - now();
        wait = wait < 0 ? 0 : wait;
        struct timespec limit = { wait / 1000000000LL, wait % 1000000000LL };
        struct pollfd fds[2] = { { host, down.count < ROOM / 2 ? POLLIN : 0, 0 }, { printer, POLLIN, 0 } };
        if (ppoll(fds, 2, &limit, NULL) < 0 && errno != EINTR)
            return 0;
        char bytes[4096];
        if (fds[0].revents & POLLIN) {
            ssize_t count = read(host, bytes, sizeof bytes);
            if (count > 0)
                put(&down, bytes, count, now());
        } else if ((fds[0].revents & POLLHUP) && down.count == 0) {
            return 1;
        }
        if (fds[1].revents & POLLIN) {
            ssize_t count = read(printer, bytes, sizeof bytes);
            if (count > 0)
                from_printer(bytes, count, now());
        } else if (fds[1].revents & (POLLHUP | POLLERR)) {
            return 0;
        }
    }
    return 0;
}

static void forget(void)
{
    down.count = up.count = ring_count = 0;
    active = no_spaces = marks = command_next = literals = second = content = comment = 0;
    unanswered = 0;
}

int main(int argc, char **argv)
{
    const char *link_name = NULL, *device = NULL;
    long baud = 115200, size = 0;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--link") && i + 1 < argc)
            link_name = argv[++i];
        else if (!strcmp(argv[i], "--baud") && i + 1 < argc)
            baud = strtol(argv[++i], NULL, 10);
        else if (!strcmp(argv[i], "--ring") && i + 1 < argc)
            size = strtol(argv[++i], NULL, 10);
        else if (!strcmp(argv[i], "--bufsize") && i + 1 < argc)
            slots = strtol(argv[++i], NULL, 10);
        else if (!strcmp(argv[i], "--cap"))
            report_cap = 1;
        else if (argv[i][0] == '-' || device)
            usage(argv[i]);
        else
            device = argv[i];
    }
    if (!device || baud < 0 || size < 0 || size > ROOM || slots < 1)
        usage("no DEVICE, or a number out of range (0: no limit)");
    byte_ns = baud ? 10000000000LL / baud : 0;
    ring_size = size;

    int far;
    char name[256];
    if (openpty(&host, &far, name, NULL, NULL) < 0) {
        perror("openpty");
        return 1;
    }
    raw(far);
    close(far); /* a host may refuse a port that somebody else has open */
    fcntl(host, F_SETFL, O_NONBLOCK);
    if (link_name) {
        unlink(link_name);
        if (symlink(name, link_name) < 0) {
            perror(link_name);
            return 1;
        }
    }
    fprintf(stderr, "meatpack-bridge: %s -> %s at %ld baud\n", link_name ? link_name : name, device, baud);
    struct sigaction action = { .sa_handler = on_signal };
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    prctl(PR_SET_TIMERSLACK, 1);

    int more = 1;
    while (more && wait_for_host() && open_printer(device)) {
        more = serve();
        close(printer);
        forget();
    }
    fprintf(stderr, "meatpack-bridge: %llu bytes from the host, %llu characters to the printer, %llu lines, %llu commands,"
            " ring at most %zu, %llu dropped\n", packed_bytes, plain_bytes, lines, commands, fullest, dropped);
    if (link_name)
        unlink(link_name);
    return 0;
}
