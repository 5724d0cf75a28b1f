#!/usr/bin/env python3
"""Sends forged ICMP messages and bad fragments, and prints what it sent.

usage: forge.py KIND ARGUMENT...           needs scapy; sends through the kernel's routes
  redirect COUNT SECONDS FROM TO DESTINATION GATEWAY
  mtu      COUNT SECONDS FROM TO DESTINATION MTU     fragmentation needed
  quench   COUNT SECONDS FROM TO DESTINATION         source quench
  reset    COUNT SECONDS FROM TO DESTINATION PORT    protocol unreachable, of TCP connections
                                                     whose port and number are guessed
  noise    COUNT SECONDS FROM TO                     no forgery: echo requests with
                                                     64 other random bytes each
  death|overlap|tiny  FROM TO                        fragments
COUNT messages, one every SECONDS. The kinds of one message quote an echo request
(reset: a TCP header) of TO for DESTINATION.
"""
import random
import socket
import sys
import time

from scapy.config import conf
from scapy.layers.inet import ICMP, IP, TCP
from scapy.packet import Raw

raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
conf.verb = 0


def send(packet):
    raw.sendto(bytes(packet), (packet[IP].dst, 0))


def stream(count, seconds, message):
    for n in range(int(count)):
        packet, words = message(n)
        send(packet)
        print(f"{n + 1}: from {packet.src} to {packet.dst}, {words}", flush=True)
        time.sleep(float(seconds))
    print(f"{count} sent")


def quoted(to, destination, n):
    return IP(src=to, dst=destination, id=4000 + n) / ICMP(id=77, seq=n + 1)


def redirect(count, seconds, source, to, destination, gateway):
    stream(count, seconds, lambda n: (
        IP(src=source, dst=to) / ICMP(type=5, code=1, gw=gateway) / quoted(to, destination, n),
        f"redirect: {destination} via {gateway}"))


def mtu(count, seconds, source, to, destination, size):
    stream(count, seconds, lambda n: (
        IP(src=source, dst=to) / ICMP(type=3, code=4, nexthopmtu=int(size)) / quoted(to, destination, n),
        f"fragmentation needed: {destination}, mtu {size}"))


def quench(count, seconds, source, to, destination):
    stream(count, seconds, lambda n: (
        IP(src=source, dst=to) / ICMP(type=4) / quoted(to, destination, n),
        f"source quench: {destination}"))


def reset(count, seconds, source, to, destination, port):
    def message(n):
        ours, number = 32768 + 7 * n, random.getrandbits(32)
        tcp = bytes(TCP(sport=ours, dport=int(port), seq=number, flags="A"))[:8]
        quote = IP(src=to, dst=destination, proto=6, len=40, id=4000 + n) / Raw(tcp)
        return (IP(src=source, dst=to) / ICMP(type=3, code=2) / quote,
                f"protocol unreachable: port {ours} to {destination} port {port}, sequence {number}")
    stream(count, seconds, message)


def noise(count, seconds, source, to):
    stream(count, seconds, lambda n: (
        IP(src=source, dst=to) / ICMP(id=79, seq=n + 1) / Raw(random.randbytes(64)), "echo request"))


def pieces(words, source, to, ident, protocol, parts):
    """PARTS are (offset, bytes, more fragments?), sent in this order."""
    for offset, data, more in parts:
        send(IP(src=source, dst=to, id=ident, proto=protocol, frag=offset // 8,
                flags="MF" if more else 0) / Raw(data))
    ranges = ", ".join(f"{o}-{o + len(d) - 1}" for o, d, _ in parts[:5])
    print(f"id {ident}, protocol {protocol}: {len(parts)} fragments, {words}: {ranges}"
          + (f", ... {parts[-1][0]}-{parts[-1][0] + len(parts[-1][1]) - 1}" if len(parts) > 5 else ""), flush=True)
    time.sleep(0.3)


def echo(seq, data):
    return bytes(ICMP(id=78, seq=seq) / Raw(data))


def death(source, to):
    """The last fragment ends beyond 65535, where the longest datagram does."""
    for n in range(3):
        pieces("first and beyond the end", source, to, 5000 + n, 1,
               [(0, echo(n + 1, b"D" * 56), True), (65528, b"D" * (100 + n), False)])
    whole = echo(4, b"D" * 65992)
    pieces("all of 66000 bytes", source, to, 5003, 1,
           [(o, whole[o:o + 1480], o + 1480 < len(whole)) for o in range(0, len(whole), 1480)])


def overlap(source, to):
    a, seq = b"A", 0
    for name, second in (("the second begins in the first", lambda w: (32, b"B" * 64, False)),
                         ("the second lies in the first", lambda w: (24, b"B" * 16, False)),
                         ("the first comes again with other data", lambda w: (0, w[:8] + b"B" * 56, True)),
                         ("the first comes again as it was", lambda w: (0, w[:64], True))):
        for _ in range(3):
            seq += 1
            whole = echo(seq, a * 88)
            parts = [(0, whole[:64], True), second(whole)]
            if parts[1][2]:
                parts.append((64, whole[64:], False))
            pieces(name, source, to, 5100 + seq, 1, parts)


def tiny(source, to):
    """The smallest fragments there are, of 8 bytes, and TCP headers cut by them."""
    for n in range(1, 6):
        whole = echo(n, bytes(range(56)))
        pieces("8 bytes each", source, to, 5200 + n, 1,
               [(o, whole[o:o + 8], o + 8 < len(whole)) for o in range(0, len(whole), 8)])
    for n in range(1, 6):
        tcp = IP(src=source, dst=to) / TCP(sport=40000 + n, dport=80, seq=1000 * n, flags="S")
        whole = bytes(IP(bytes(tcp))[TCP])
        pieces("without the flags of TCP in the first", source, to, 5300 + n, 6,
               [(0, whole[:8], True), (8, whole[8:], False)])


KINDS = {f.__name__: f for f in (redirect, mtu, quench, reset, noise, death, overlap, tiny)}
KINDS[sys.argv[1]](*sys.argv[2:])
