#!/usr/bin/env python3
"""Delays packets between two TUN or TAP devices, for kernels without netem.

usage: forward.py tun|tap DEV1 DEV2 DELAY_MS JITTER_MS SECONDS

Makes both devices in the current namespace (move one afterwards, it stays
connected), prints "ready" and passes every packet on to the other device
after DELAY_MS plus or minus up to JITTER_MS, for at most SECONDS.
It never drops: losses are made by nft on the router, where they are counted.
"""
import fcntl
import heapq
import os
import random
import select
import struct
import sys
import time

TUNSETIFF, IFF_NO_PI, MODES = 0x400454CA, 0x1000, {"tun": 1, "tap": 2}


def device(mode, name):
    fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", name.encode(), mode | IFF_NO_PI))
    return fd


def main():
    delay, jitter, seconds = (float(x) for x in sys.argv[4:7])
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
            late = (delay + random.uniform(-jitter, jitter)) / 1000
            number += 1
            heapq.heappush(queue, (time.monotonic() + late, number, other[fd], packet))


try:
    main()
except KeyboardInterrupt:
    pass
