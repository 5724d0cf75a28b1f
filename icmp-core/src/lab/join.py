#!/usr/bin/env python3
"""Joins IPv6 multicast groups for some seconds and leaves them again.

usage: join.py DEV SECONDS GROUP...
A GROUP of ff3x:: is followed by the sources that are wanted (RFC 4607).
"""
import ipaddress
import socket
import struct
import sys
import time

MCAST_JOIN_GROUP, MCAST_LEAVE_GROUP = 42, 45
MCAST_JOIN_SOURCE_GROUP, MCAST_LEAVE_SOURCE_GROUP = 46, 47


def address(text):
    """struct sockaddr_storage of an IPv6 address."""
    packed = ipaddress.IPv6Address(text).packed
    return struct.pack("=HHI16sI100x", socket.AF_INET6, 0, 0, packed, 0)


def change(sock, option, index, *addresses):
    data = struct.pack("=I4x", index) + b"".join(map(address, addresses))
    sock.setsockopt(socket.IPPROTO_IPV6, option, data)


def main():
    index, seconds = socket.if_nametoindex(sys.argv[1]), float(sys.argv[2])
    memberships, group = [], None
    for text in sys.argv[3:]:
        if not text.startswith("ff"):
            memberships.append((MCAST_JOIN_SOURCE_GROUP, MCAST_LEAVE_SOURCE_GROUP, group, text))
        else:
            group = text
            if not text.startswith("ff3"):
                memberships.append((MCAST_JOIN_GROUP, MCAST_LEAVE_GROUP, group))
    sock = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    for join, _, *addresses in memberships:
        change(sock, join, index, *addresses)
        print("joined", *addresses, flush=True)
    time.sleep(seconds)
    for _, leave, *addresses in memberships:
        change(sock, leave, index, *addresses)
        print("left", *addresses, flush=True)


main()
