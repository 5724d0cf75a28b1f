# shellcheck shell=bash
# Scenes of forged messages and bad fragments (forge.py); sourced by record.sh.

# On one LAN a (.1), its router r2 (.2) and h3 (.3), which forges; b behind r2.
outpost() {
  party 4 a r2 h3
  new_ns 4 b
  router r2
  link 4 2 r2 b
  route 4 a default 1.2
  route 4 h3 default 1.2
  route 4 b default 2.1
  B4=10.0.2.2
  warm_up "$B4"; warm_up 10.0.1.3
}
forge() { # NS ARGUMENT... ; with the Python that Debian's scapy is for
  shown_on "$1" /usr/bin/python3 "$HERE/forge.py" "${@:2}"
  ! grep -q Traceback "$TMP/$SCENE.txt" || die "$SCENE: forge.py failed"
}

# r2 takes the whole net from r1's LAN; r1 tells a so for each host.
redirect4-several() {
  lan 4
  hosts b e2 2 3 4 5 6
  in_ns r1 sysctl -qw net.ipv4.conf.all.send_redirects=1
  route 4 a default 1.2
  route 4 r1 2 1.3
  warm_up 10.0.1.2
  capture a e1
  shown fping -c 4 -p 500 10.0.2.2 10.0.2.3 10.0.2.4 10.0.2.5 10.0.2.6
  finish_counted 10.0.2.2
}

# h3 speaks as the router and forwards what comes: a believes it. Or it speaks for
# itself: a does not.
forged_redirect() { # FROM
  outpost
  router h3
  in_ns h3 sysctl -qw net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.e1.send_redirects=0
  in_ns a sysctl -qw net.ipv4.conf.all.accept_redirects=1 net.ipv4.conf.e1.accept_redirects=1
  capture a e1
  beside a PING ping -n -i 0.3 -c 24 "$B4"
  sleep 2
  forge h3 redirect 8 0.5 "$1" 10.0.1.1 "$B4" 10.0.1.3
  ended
  shown ip route get "$B4"
  finish_counted
}
redirect4-forged() { forged_redirect 10.0.1.2; }
redirect4-rogue() { forged_redirect 10.0.1.3; }

# a believes it, and its pings of 1000 bytes become fragments (of 552, no less).
pmtu4-forged() {
  outpost
  capture a e1
  beside a PING ping -n -s 1000 -i 0.3 -c 20 "$B4"
  sleep 2
  forge h3 mtu 10 0.3 10.0.1.2 10.0.1.1 "$B4" 68
  ended
  shown ip route get "$B4"
  finish_counted
}
quench4() {
  outpost
  capture a e1
  beside a PING ping -n -i 0.3 -c 20 "$B4"
  sleep 2
  forge h3 quench 30 0.1 "$B4" 10.0.1.1 "$B4"
  ended
  finish_counted
}

# a's connection to b stays.
reset4() {
  outpost
  background b Listening nc -n -v -l 10.0.2.2 80
  capture a e1
  background a succeeded nc -n -v 10.0.2.2 80
  forge h3 reset 30 0.1 "$B4" 10.0.1.1 "$B4" 80
  shown ss -tn
  finish_counted
}

# b gives up incomplete datagrams after 3 s, and says so where it has the first part.
fragments() { # KIND
  chain 4 1
  in_ns b sysctl -qw net.ipv4.ipfrag_time=3
  background b Listening nc -n -v -l -k 0.0.0.0 80
  capture a e1
  forge a "$1" 10.0.1.1 "$B4"
  finish_counted
}
fragments4-death() { fragments death; }
fragments4-overlap() { fragments overlap; }
fragments4-tiny() { fragments tiny; }
