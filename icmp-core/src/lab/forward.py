#!/usr/bin/env python3
"""Delays packets between two TUN or TAP devices, for kernels without netem.

usage: forward.py tun|tap DEV1 DEV2 DELAY_MS JITTER_MS SECONDS [EXTRA...]

Makes both devices in the current namespace (move one afterwards, it stays
connected), prints "ready" and passes every packet on to the other device
after DELAY_MS plus or minus up to JITTER_MS, for at most SECONDS. A jitter of
more than the time between two packets lets them overtake each other.
EXTRA: late=N:MS, every N-th echo reply comes MS later;
       twice=N:MS, every N-th echo message of a direction comes again after MS.
Extras are for TAP and unfragmented messages without IP options.
It never drops: losses are made by nft on the router, where they are counted.
"""
import fcntl
import heapq
import os
import random
import re
import select
import struct
import sys
import time

TUNSETIFF, IFF_NO_PI, MODES = 0x400454CA, 0x1000, {"tun": 1, "tap": 2}


def device(mode, name):
    fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", name.encode(), mode | IFF_NO_PI))
    return fd


def echo(frame):
    """8 (request), 0 (reply), or None for everything else."""
    if frame[12:14] == b"\x08\x00" and frame[23] == 1:
        kind = frame[34]
    elif frame[12:14] == b"\x86\xdd" and frame[20] == 58:
        kind = {128: 8, 129: 0}.get(frame[54])
    else:
        return None
    return kind if kind in (8, 0) else None


def main():
    delay, jitter, seconds = (float(x) for x in sys.argv[4:7])
    extras = {"late": (0, 0), "twice": (0, 0)}
    for extra in sys.argv[7:]:
        name, every, ms = re.match(r"(late|twice)=(\d+):(\d+)$", extra).groups()
        extras[name] = int(every), int(ms) / 1000
    (late_nth, later), (twice_nth, again) = extras["late"], extras["twice"]
    replies, echoes = 0, {}
    mode = MODES[sys.argv[1]]
    one, two = device(mode, sys.argv[2]), device(mode, sys.argv[3])
    other = {one: two, two: one}
    print("ready", flush=True)
    end = time.monotonic() + seconds
    queue, number = [], 0          # (when due, tie-breaker, device, packet)
    while (now := time.monotonic()) < end:
        while queue and queue[0][0] <= now:
            _, _, fd, packet = heapq.heappop(queue)
            try:
                os.write(fd, packet)
            except OSError:
                pass               # that end is not up yet
        wait = min(1.0, queue[0][0] - now) if queue else 1.0
        for fd in select.select([one, two], [], [], max(0.0, wait))[0]:
            try:
                packet = os.read(fd, 65535)
            except OSError:        # the device is down
                time.sleep(0.01)
                continue
            due = time.monotonic() + (delay + random.uniform(-jitter, jitter)) / 1000
            copy = None
            if (late_nth or twice_nth) and (kind := echo(packet)) is not None:
                echoes[fd] = echoes.get(fd, 0) + 1
                replies += kind == 0
                if late_nth and kind == 0 and replies % late_nth == 0:
                    due += later
                if twice_nth and echoes[fd] % twice_nth == 0:
                    copy = due + again
            for when in (due, copy):
                if when:
                    number += 1
                    heapq.heappush(queue, (when, number, other[fd], packet))


try:
    main()
except KeyboardInterrupt:
    pass
