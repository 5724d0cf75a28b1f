#!/usr/bin/env python3
"""An 802.1Q sub-interface in user space, for kernels without that module.

usage: vlan.py PARENT DEV VID NAP SECONDS

Makes the TAP device DEV with PARENT's MAC address and prints "ready". What DEV
sends leaves PARENT with a tag of VID, what arrives at PARENT with that tag is
handed to DEV; for at most SECONDS. NAP is the longest sleep between two looks
at the devices: with 0 it takes a whole CPU, but saves the wake-up, some 0.1 ms
of RTT that ping on DEV sees and a capture on PARENT does not.
"""
import fcntl
import os
import select
import socket
import struct
import sys
import time

TUNSETIFF, IFF_TAP, IFF_NO_PI, SIOCSIFHWADDR = 0x400454CA, 0x0002, 0x1000, 0x8924
SOL_PACKET, PACKET_AUXDATA, PACKET_OUTGOING = 263, 8, 4
ETH_P_ALL = 3


def main():
    parent, dev, vid = sys.argv[1], sys.argv[2], int(sys.argv[3])
    nap, seconds = float(sys.argv[4]), float(sys.argv[5])
    wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    wire.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)
    wire.bind((parent, ETH_P_ALL))
    mac = wire.getsockname()[4]
    tap = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(tap, TUNSETIFF, struct.pack("16sH22x", dev.encode(), IFF_TAP | IFF_NO_PI))
    # struct ifreq with a sockaddr of ARPHRD_ETHER (1)
    fcntl.ioctl(wire, SIOCSIFHWADDR, struct.pack("16sH6s16x", dev.encode(), 1, mac))
    print("ready", flush=True)
    tag = struct.pack("!HH", 0x8100, vid)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        ready = select.select([wire, tap], [], [], nap)[0]
        if tap in ready:
            frame = os.read(tap, 65535)
            wire.send(frame[:12] + tag + frame[12:])
        if wire in ready:
            # The kernel takes the tag out of the frame and tells it beside it.
            frame, notes, _, address = wire.recvmsg(65535, 256)
            if address[2] == PACKET_OUTGOING:
                continue
            for level, kind, data in notes:
                if (level, kind) == (SOL_PACKET, PACKET_AUXDATA):
                    tci = struct.unpack("=IIIHHHH", data[:20])[5]
                    if tci & 0xFFF == vid:
                        os.write(tap, frame)


try:
    main()
except KeyboardInterrupt:
    pass
