#!/bin/bash
# Records real ICMP traffic in network namespaces; see README.md.
# usage (as root): record.sh [SCENE...]     without names: every scene
set -euo pipefail

HERE=$(cd "$(dirname "$0")" && pwd)
OUT=${LAB_OUT:-$HERE/../test/resources/lab}
P=icmplab$$                       # prefix of our namespaces, one per run
. "$HERE/lib.sh"
. "$HERE/scenes-ping.sh"
. "$HERE/scenes-path.sh"
. "$HERE/scenes-trace.sh"
. "$HERE/scenes-places.sh"
. "$HERE/scenes-late.sh"
. "$HERE/scenes-queries.sh"
. "$HERE/scenes-attacks.sh"
. "$HERE/scenes-forged.sh"
. "$HERE/scenes-benign.sh"
. "$HERE/scenes-link.sh"
. "$HERE/scenes-forged6.sh"

SCENES=(ping4-clean ping4-loss ping6-clean ping6-loss ping4-duplicates
  ping4-fragmented ping6-fragmented ping4-any ping4-any-sll1 ping4-vlan
  ping4-nanos ping4-raw ping4-record-route ping4-pattern ping4-pcapng
  traceroute4-udp traceroute4-icmp traceroute4-tcp traceroute6-udp
  traceroute6-icmp unreachable4 unreachable6 pmtu4 pmtu6 redirect4 redirect6
  nd6 mtr4 refused4 refused6
  mtr4-loss mtr6-loss mtr4-loss-udp mtr6-loss-udp mtr4-loss-tcp
  mtr6-loss-tcp mtr4-ecmp
  traceroute4-silent traceroute4-silent-icmp traceroute6-silent
  traceroute4-firewall traceroute4-q1 traceroute6-tcp traceroute4-tcp-open
  traceroute6-tcp-open traceroute4-ecmp traceroute6-ecmp loop4 loop6
  traceroute4-mtu traceroute6-mtu
  ping4-router-any ping6-router-any ping4-router-any-loss ping6-router-any-loss
  ping4-router-any-sll1 ping6-router-any-sll1 ping4-router-any-drops
  ping4-router-any-nat traceroute4-router-any places4 places6 outage4 outage6
  fragments4-loss fragments6-loss fragments4-rotated fragments6-rotated
  ping4-reordered ping6-reordered ping4-late ping6-late ping4-copies ping6-copies
  ping4-mixture ping6-mixture blackhole4 blackhole6 pmtu4-ignored pmtu6-ignored
  ping4-midway ping6-midway ping4-cut ping6-cut ping4-parallel ping6-parallel
  queries4 sweep4 sweep6 broadcast4 multicast6 ra6 mld6
  flood4 flood4-interval flood4-sources sweep4-fping sweep4-echo
  sweep4-timestamp sweep4-mask sweep4-slow nmap4-os nmap4-udp smurf4 loop4-ping
  loop4-inside unreachable4-storm blacknurse4 tunnel4-ptunnel
  tunnel4-ptunnel-lines tunnel4-ptunnel-ng tunnel4-hans tunnel4-hans-ping
  tunnel4-icmptx exfil4 exfil4-pattern
  redirect4-several redirect4-forged redirect4-rogue pmtu4-forged quench4
  reset4 fragments4-death fragments4-overlap fragments4-tiny
  monitor4 ping4-random ping4-sizes ping4-dead unreachable4-late
  unreachable4-offload mtr4-targets balanced4 vrrp4
  slaac6 rogue6 rogue6-26 kill-router6 router-ends6 flood-router6 flood-router26
  flood-rs6 flood-solicit6 flood-advertise6 flood-mld6 flood-mld26 flood-ping6
  parasite6 advertise6 advertise6-known dad6-denied dad6-conflict scan6-nmap scan6-alive scan6-fping
  smurf6 rsmurf6 redirect6-forged toobig6-forged mld6-forged fragments6-overlap
  fragments6-atomic fragments6-nd fragments6-cases headers6-cases routing6 nodeinfo6
  rdnss6-even parameter6 denial6 vrrp6 vrrp6-vmac proxy6)

[[ $EUID = 0 ]] || die "needs root (it makes network namespaces)"
for tool in ip nft ethtool ping traceroute mtr tcpdump dumpcap rdisc6 ndisc6 \
    radvd nping hping3 fping nmap python3 stdbuf timeout tshark nc xxd ptunnel \
    ptunnel-ng icmptx hans keepalived ndppd atk6-fake_router26; do
  command -v "$tool" >/dev/null || die "missing program: $tool"
done

scenes=("$@")
((${#scenes[@]})) || scenes=("${SCENES[@]}")
for s in "${scenes[@]}"; do
  [[ " ${SCENES[*]} " = *" $s "* ]] || die "no scene $s; there are: ${SCENES[*]}"
done

TMP=$(mktemp -d)
trap 'clean; rm -rf "$TMP"' EXIT
trap 'exit 1' INT TERM
mkdir -p "$OUT"

for SCENE in "${scenes[@]}"; do
  echo "$SCENE"
  : >"$TMP/$SCENE.txt"
  "$SCENE"
  clean
done
