#!/usr/bin/env python3
"""Sends the packets of one name below from x4 to a, and prints what it sends.

usage: forge6.py NAME

For what no packaged program sends; needs scapy (python3-scapy).
"""
import logging
import sys

logging.getLogger("scapy").setLevel(logging.ERROR)
from scapy.all import (  # noqa: E402
    Ether, HBHOptUnknown, ICMPv6EchoRequest, ICMPv6ND_NA, ICMPv6ND_NS, ICMPv6ND_RA,
    ICMPv6NDOptDstLLAddr, ICMPv6NDOptPrefixInfo, ICMPv6NDOptRDNSS, ICMPv6NDOptSrcLLAddr,
    ICMPv6NIQueryIPv6, ICMPv6NIQueryName, ICMPv6NIQueryNOOP, ICMPv6NIReplyName, IPv6,
    IPv6ExtHdrDestOpt, IPv6ExtHdrFragment, IPv6ExtHdrHopByHop, IPv6ExtHdrRouting, Raw, sendp)

MAC_A, MAC_X = "02:00:00:00:01:01", "02:00:00:00:01:04"
A, H2, X = "2001:db8:1::1", "2001:db8:1::2", "2001:db8:1::4"
X_LINK = "fe80::ff:fe00:104"
ALL, ALL_MAC = "ff02::1", "33:33:00:00:00:01"


def send(what, *packets):
    print(what, flush=True)
    for packet in packets:
        group = packet[IPv6].dst.startswith("ff")
        sendp(Ether(src=MAC_X, dst=ALL_MAC if group else MAC_A) / packet, iface="e1", verbose=False)


def ip(source=X, target=A, hops=64):
    return IPv6(src=source, dst=target, hlim=hops)


def echo(seq, data):
    return ICMPv6EchoRequest(id=0x666, seq=seq, data=data)


def whole(packet):
    """The bytes of the message, with its checksum, without the IPv6 header."""
    return bytes(packet)[40:]


def fragment(number, offset, more, data, source=X, target=A, hops=64):
    """A fragment by bytes: offset in bytes, a multiple of 8."""
    return ip(source, target, hops) / IPv6ExtHdrFragment(nh=58, id=number, offset=offset // 8, m=more) / Raw(data)


def pieces(number, packet, *cuts):
    message = whole(packet)
    ends = [*cuts, len(message)]
    at = packet[IPv6]
    return [fragment(number, start, int(end != ends[-1]), message[start:end], at.src, at.dst, at.hlim)
            for start, end in zip([0, *cuts], ends)]


def overlap():
    for seq in (1, 2, 3):
        message = whole(ip() / echo(seq, b"A" * 56))
        send(f"echo request {seq}: bytes 0 to 39, then 32 to 63 of which 32 to 39 are others",
             fragment(seq, 0, 1, message[:40]), fragment(seq, 32, 0, b"B" * 8 + message[40:]))
    message = whole(ip() / echo(4, b"A" * 56))
    send("echo request 4: bytes 0 to 31, again 0 to 31 as a packet too big, then 32 to 63",
         fragment(4, 0, 1, message[:32]), fragment(4, 0, 1, b"\x02\x00" + message[2:32]), fragment(4, 32, 0, message[32:]))
    first, last = pieces(5, ip() / echo(5, b"A" * 56), 32)
    send("echo request 5: bytes 0 to 31, the same once more, then 32 to 63", first, first, last)
    send("echo request 6: bytes 0 to 31 and 32 to 63", *pieces(6, ip() / echo(6, b"A" * 56), 32))


def neighbors():
    send("neighbor advertisement in two fragments: h2 is at x4's MAC",
         *pieces(11, ip(X_LINK, A, 255) / ICMPv6ND_NA(R=0, S=0, O=1, tgt=H2) / ICMPv6NDOptDstLLAddr(lladdr=MAC_X), 24))
    send("neighbor solicitation in two fragments",
         *pieces(12, ip(X_LINK, A, 255) / ICMPv6ND_NS(tgt=A) / ICMPv6NDOptSrcLLAddr(lladdr=MAC_X), 24))
    send("router advertisement in two fragments",
         *pieces(13, ip(X_LINK, ALL, 255) / ICMPv6ND_RA(routerlifetime=1800, prf=1) / ICMPv6NDOptSrcLLAddr(lladdr=MAC_X)
                 / ICMPv6NDOptPrefixInfo(prefix="2001:db8:bad::", prefixlen=64), 24))
    send("neighbor advertisement in an atomic fragment: h2 is at x4's MAC",
         *pieces(14, ip(X_LINK, A, 255) / ICMPv6ND_NA(R=0, S=0, O=1, tgt=H2) / ICMPv6NDOptDstLLAddr(lladdr=MAC_X)))


def atomic():
    for seq in (1, 2, 3):
        send(f"echo request {seq} in an atomic fragment", *pieces(7, ip() / echo(seq, b"A" * 56)))


def routing():
    for left in (2, 1, 0):
        send(f"echo request with routing header 0, {left} segments left",
             ip() / IPv6ExtHdrRouting(type=0, segleft=left, addresses=[H2, A]) / echo(left, b"A" * 8))


def nodeinfo():
    send("node information query: nothing", ip() / ICMPv6NIQueryNOOP())
    send("node information query: names of a, asked of all nodes", ip(X_LINK, ALL) / ICMPv6NIQueryName(data=A))
    send("node information query: addresses of a", ip() / ICMPv6NIQueryIPv6(data=A))
    send("node information reply that nobody asked for: a is called evil.example",
         ip() / ICMPv6NIReplyName(data=(0, b"\x04evil\x07example\x00")))


def rdnss():
    send("router advertisement with a DNS option of 4 units: an address and a half",
         ip(X_LINK, ALL, 255) / ICMPv6ND_RA(routerlifetime=1800) / ICMPv6NDOptRDNSS(len=4, dns=["2001:db8:bad::53"])
         / Raw(bytes(8)) / ICMPv6NDOptSrcLLAddr(lladdr=MAC_X))


def parameter():
    send("unknown next header 253", IPv6(src=X, dst=A, nh=253) / Raw(b"A" * 16))
    send("unknown destination option 0x80",
         ip() / IPv6ExtHdrDestOpt(options=[HBHOptUnknown(otype=0x80, optdata=b"AAAA")]) / echo(1, b"A" * 8))
    send("unknown hop-by-hop option 0xc0",
         ip() / IPv6ExtHdrHopByHop(options=[HBHOptUnknown(otype=0xC0, optdata=b"AAAA")]) / echo(2, b"A" * 8))
    send("first fragment of a length that is no multiple of 8", fragment(21, 0, 1, whole(ip() / echo(3, b"A" * 5))))
    send("echo request 4 after them", ip() / echo(4, b"A" * 8))


NAMES = {f.__name__: f for f in (overlap, neighbors, atomic, routing, nodeinfo, rdnss, parameter)}

NAMES[sys.argv[1]]()
