# shellcheck shell=bash
# Scenes of routers and neighbours, one function each; sourced by record.sh.

# Link 2 is slow, so that the first hop's times differ from the others'. Link 1
# is slow because traceroute sends 16 probes at once and reads the clock for
# answers only after that: by then no answer must have come.
trace() { # FAMILY OPTION...
  local f=$1 b; shift
  chain "$f" 3 1:3:1 2:5:1
  [[ $f = 4 ]] && b=$B4 || b=$B6
  capture a e1
  run traceroute -n "$@" "$b"
  finish "$b"
}
traceroute4-udp() { trace 4; }
traceroute4-icmp() { trace 4 -I; }
traceroute4-tcp() { trace 4 -T -p 80; }      # nobody listens: b answers RST
traceroute6-udp() { trace 6 -6; }
traceroute6-icmp() { trace 6 -6 -I; }

mtr4() {
  chain 4 3 2:5:1
  capture a e1
  mtr_report -c 10 -i 0.2 "$B4"
  finish
}

# Linux holds back "net" and "prohibited" of IPv4 to one per second and sender
# (saving up to five), and no setting of a namespace lifts that: hence the slow
# pings, of which the very first still stays without an answer, and the pauses.
unreachable4() {
  chain 4 1
  in_ns r1 ip route add prohibit 10.0.77.0/24
  capture a e1
  shown ping -n -c 3 -i 0.5 10.0.2.99          # nobody there: host
  shown ping -n -c 3 -i 1.1 198.51.100.1       # r1 has no route: net
  shown ping -n -c 3 -i 1.1 10.0.77.1          # prohibited
  shown traceroute -n -q 1 10.0.2.99           # the same with UDP
  sleep 3
  shown traceroute -n -q 1 198.51.100.1
  sleep 3
  shown traceroute -n -q 1 10.0.77.1
  shown traceroute -n -q 1 "$B4"               # port
  finish
}

unreachable6() {
  chain 6 1
  in_ns r1 ip -6 route add prohibit 2001:db8:77::/64
  capture a e1
  shown ping -n -c 3 -i 0.5 2001:db8:2::99     # address
  shown ping -n -c 3 -i 0.5 2001:db8:99::1     # no route
  shown ping -n -c 3 -i 0.5 2001:db8:77::1     # prohibited
  shown traceroute -6 -n -q 1 2001:db8:2::99
  shown traceroute -6 -n -q 1 2001:db8:99::1
  shown traceroute -6 -n -q 1 2001:db8:77::1
  shown traceroute -6 -n -q 1 "$B6"            # port
  finish "$B6"
}

# A firewall on r1 refuses in all the ways that nft has, one for each address of
# a network behind it: the .N of 10.0.66.N or 2001:db8:66::N in its order.
refuse() { # FAMILY TYPE...
  local f=$1 n=1 t net b v=''; shift
  [[ $f = 4 ]] || v=v6
  chain "$f" 1 1:3:1
  [[ $f = 4 ]] && net=10.0.66. b=$B4 || net=2001:db8:66:: b=$B6
  route "$f" r1 66 2.2
  in_ns r1 nft add table inet lab
  in_ns r1 nft 'add chain inet lab forward { type filter hook forward priority 0; }'
  for t; do
    if [[ $t = tcp ]]; then
      in_ns r1 nft add rule inet lab forward "ip${f/4/}" daddr "$net$n" reject with tcp reset
    else
      in_ns r1 nft add rule inet lab forward "ip${f/4/}" daddr "$net$n" \
        reject with "icmp$v" type "$t"
    fi
    n=$((n + 1))
  done
  capture a e1
  n=1
  for t; do
    [[ $t = tcp ]] || shown ping -n -c 2 -i 1.1 -W 2 "$net$n"
    sleep 1.1
    shown traceroute -n "-$f" -f 2 -m 2 -q 1 -T -p 22 "$net$n"
    sleep 1.1
    n=$((n + 1))
  done
  finish "$b"
}
refused4() { refuse 4 net-unreachable host-unreachable prot-unreachable \
  port-unreachable net-prohibited host-prohibited admin-prohibited tcp; }
refused6() { refuse 6 no-route admin-prohibited addr-unreachable port-unreachable tcp; }

# 1300 fits exactly with -s 1272 (IPv4: 20 + 8) and -s 1252 (IPv6: 40 + 8).
pmtu() { # FAMILY TARGET-VARIABLE FITTING-SIZE
  chain "$1" 1
  in_ns r1 ip link set e2 mtu 1300
  in_ns b ip link set e2 mtu 1300
  capture a e1
  shown ping -n -c 3 -i 0.5 -M "do" -s 1400 "${!2}"
  shown ping -n -c 3 -i 0.5 -M "do" -s "$3" "${!2}"
  finish "${!2}"
}
pmtu4() { pmtu 4 B4 1272; }
pmtu6() { pmtu 6 B6 1252; }

# One LAN, e1, with a (.1), its default router r1 (.2) and r2 (.3), which has
# the better way to b. r1 says so. The bridge lives in a namespace of its own.
lan() { # FAMILY
  local f=$1 n h=1
  new_ns "$f" a r1 r2 b lan
  router r1 r2
  in_ns lan ip link add br0 type bridge
  in_ns lan ip link set br0 up
  for n in a r1 r2; do
    ip link add "p$h" netns "$P-lan" type veth \
      peer name e1 netns "$P-$n" address "02:00:00:00:01:0$h"
    in_ns lan ip link set "p$h" master br0 up
    in_ns "$n" ethtool -K e1 tx off >/dev/null
    up "$f" "$n" e1 1 $((h++))
  done
  link "$f" 2 r2 b
  route "$f" b default 2.1
}

redirect4() {
  lan 4
  in_ns r1 sysctl -qw net.ipv4.conf.all.send_redirects=1
  route 4 a default 1.2
  route 4 r1 2 1.3
  warm_up 10.0.1.2
  capture a e1
  run ping -n -c 5 -i 0.5 10.0.2.2
  finish 10.0.2.2
}

# IPv6 hosts take redirects only from the link-local address of their router.
redirect6() {
  lan 6
  in_ns a sysctl -qw net.ipv6.conf.e1.accept_redirects=1
  in_ns a ip -6 route add default via fe80::ff:fe00:102 dev e1
  in_ns r1 ip -6 route add 2001:db8:2::/64 via fe80::ff:fe00:103 dev e1
  warm_up fe80::ff:fe00:102%e1
  capture a e1
  run ping -n -c 5 -i 0.5 2001:db8:2::2
  finish 2001:db8:2::2
}

# Router and neighbour discovery on link 1; a gets its addresses while we look.
nd6() {
  chain 6 1
  in_ns a sysctl -qw net.ipv6.conf.e1.accept_dad=1 net.ipv6.conf.e1.accept_ra=1
  cat >"$TMP/radvd.conf" <<-'CONF'
	interface e1 {
	  AdvSendAdvert on;
	  AdvLinkMTU 1400;
	  MinRtrAdvInterval 3;
	  MaxRtrAdvInterval 30;
	  prefix 2001:db8:100::/64 { AdvValidLifetime 7200; AdvPreferredLifetime 3600; };
	  RDNSS 2001:db8:100::53 2001:db8:100::54 { AdvRDNSSLifetime 600; };
	  DNSSL lab.example corp.example { AdvDNSSLLifetime 600; };
	};
	CONF
  capture a e1
  background r1 'sending\|version' radvd -n -d 1 -m stderr -C "$TMP/radvd.conf" \
    -p "$TMP/radvd.pid"
  sleep 4                                      # its first advertisement
  shown rdisc6 -1 e1
  shown ndisc6 -1 2001:db8:1::2 e1
  shown ip -6 addr add 2001:db8:1::5/64 dev e1         # DAD finds nobody
  sleep 2
  shown ip -6 addr add 2001:db8:1::2/64 dev e1         # DAD finds r1
  sleep 2
  shown ip -6 addr show dev e1 scope global
  shown ndisc6 -1 2001:db8:1::99 e1                    # nobody answers
  finish 2001:db8:1::2
}
