# shellcheck shell=bash
# Scenes of other queries, of many answerers and of groups; sourced by record.sh.

# Linux answers timestamp requests, and neither mask nor information requests.
queries4() {
  chain 4 1 2:5:1
  capture a e1
  shown nping --icmp --icmp-type timestamp -c 4 --delay 300ms "$B4"
  shown nping --icmp --icmp-type mask -c 2 --delay 300ms "$B4"
  shown nping --icmp --icmp-type information -c 2 --delay 300ms "$B4"
  shown hping3 -n -1 --icmp-ts -c 3 -i u300000 "$B4"
  shown hping3 -n -1 --icmp-addr -c 2 -i u300000 "$B4"
  shown nping --icmp --icmp-type timestamp -c 2 --delay 300ms 10.0.2.99
  finish
}

# nmap's host discovery by echo, timestamp and mask; fping of a whole net.
sweep4() {
  chain 4 1
  capture a e1
  shown nmap -n -sn -PE -PP -PM 10.0.2.1-4
  shown fping -c 3 -p 300 10.0.1.2 10.0.2.2 10.0.2.99
  finish
}
sweep6() {
  chain 6 1
  capture a e1
  shown fping -6 -c 3 -p 300 2001:db8:1::2 2001:db8:2::2 2001:db8:2::99
  finish "$B6"
}

# a, h2, h3 and h4 (.1 to .4) on one LAN; those called rN forward.
party() { # FAMILY NAME...
  local f=$1 n h=1; shift
  new_ns "$f" "$@" lan
  in_ns lan sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
  in_ns lan ip link add br0 address 02:00:00:00:01:99 type bridge mcast_snooping 0
  in_ns lan ip link set br0 up
  for n; do
    ip link add "p$h" netns "$P-lan" type veth \
      peer name e1 netns "$P-$n" address "02:00:00:00:01:0$h"
    in_ns lan ip link set "p$h" master br0 up
    in_ns "$n" ethtool -K e1 tx off >/dev/null
    in_ns "$n" sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
    up "$f" "$n" e1 1 $((h++))
  done
}

broadcast4() {
  party 4 a h2 h3 h4
  warm_up 10.0.1.2; warm_up 10.0.1.3; warm_up 10.0.1.4
  capture a e1
  shown ping -n -b -c 5 -i 0.3 10.0.1.255
  shown ping -n -c 5 -i 0.3 -I e1 224.0.0.1
  finish 10.0.1.2
}

multicast6() {
  local h
  party 6 a h2 h3 h4
  for h in 2 3 4; do warm_up 2001:db8:1::$h; warm_up fe80::ff:fe00:10$h%e1; done
  capture a e1
  shown ping -n -c 5 -i 0.3 ff02::1%e1
  # Nobody here answers node information queries.
  shown ping -6 -n -c 2 -i 0.3 -W 1 -N name fe80::ff:fe00:102%e1
  shown ping -6 -n -c 2 -i 0.3 -W 1 -N ipv6-all fe80::ff:fe00:103%e1
  finish 2001:db8:1::2
}

# Two routers advertise, with other lifetimes, prefixes and preferences; one
# takes its own back at the end.
ra6() {
  local r
  party 6 a r2 r3
  router r2 r3
  for r in 2 3; do
    cat >"$TMP/radvd$r.conf" <<-CONF
	interface e1 {
	  AdvSendAdvert on;
	  MinRtrAdvInterval 3;
	  MaxRtrAdvInterval 8;
	  AdvDefaultLifetime $((r * 600));
	  AdvDefaultPreference $([[ $r = 2 ]] && echo high || echo low);
	  AdvCurHopLimit $((r * 32));
	  AdvManagedFlag $([[ $r = 2 ]] && echo on || echo off);
	  AdvOtherConfigFlag on;
	  prefix 2001:db8:10$r::/64 { AdvValidLifetime 7200; AdvPreferredLifetime $((r * 1000)); };
	  route 2001:db8:f$r::/48 { AdvRouteLifetime 900; };
	  RDNSS 2001:db8:10$r::53 { AdvRDNSSLifetime 600; };
	};
	CONF
  done
  capture a e1
  for r in 2 3; do
    background "r$r" 'sending\|version' radvd -n -d 1 -m stderr \
      -C "$TMP/radvd$r.conf" -p "$TMP/radvd$r.pid"
  done
  sleep 4
  shown rdisc6 -w 2000 e1
  sleep 20
  shown rdisc6 -w 2000 e1
  kill "${PIDS[-1]}"                    # r3: a last one with a lifetime of 0
  sleep 2
  finish 2001:db8:1::2
}

# The bridge of the LAN asks every 5 s (MLDv2). a, h2 and h3 join and leave; h3
# speaks MLDv1 from the beginning.
mld6() {
  party 6 a h2 h3
  in_ns h3 sysctl -qw net.ipv6.conf.e1.force_mld_version=1
  in_ns lan sysctl -qw net.ipv6.conf.all.disable_ipv6=0 net.ipv6.conf.br0.disable_ipv6=0
  capture a e1
  in_ns lan ip link set br0 type bridge mcast_snooping 1 mcast_mld_version 2 \
    mcast_querier 1 mcast_query_interval 500 mcast_query_response_interval 100 \
    mcast_startup_query_interval 300
  sleep 4
  shown_on h2 python3 "$HERE/join.py" e1 3 ff0e::1234
  shown_on h3 python3 "$HERE/join.py" e1 3 ff0e::5678
  shown_on a python3 "$HERE/join.py" e1 3 ff0e::1234 ff0e::9abc
  shown_on a python3 "$HERE/join.py" e1 3 ff3e::1234 2001:db8:1::2 2001:db8:1::3
  shown_on h2 ip -6 maddr show dev e1
  sleep 6
  finish 2001:db8:1::2
}
