# shellcheck shell=bash
# Scenes that look like attacks, and are none; sourced by record.sh.

monitor4() {
  local h
  chain 4 1
  # shellcheck disable=SC2046
  hosts b e2 2 $(seq 3 21)
  capture a e1
  # shellcheck disable=SC2046
  shown fping -q -c 6 -p 2000 $(for h in $(seq 2 21); do echo "10.0.2.$h"; done)
  finish_counted
}

# Data at random, which comes back as it was.
ping4-random() {
  chain 4 1
  capture a e1
  shown ping -n -i 0.2 -c 10 -p "$(xxd -l 16 -p /dev/urandom)" "$B4"
  shown nping --icmp --data-length 64 -c 20 --delay 200ms "$B4"
  forge a noise 20 0.2 10.0.1.1 "$B4"
  finish_counted
}

ping4-sizes() {
  local s
  chain 4 1
  capture a e1
  for ((s = 100; s <= 1400; s += 100)); do shown ping -n -q -i 0.2 -c 2 -s $s "$B4"; done
  finish_counted
}

# As much as exfil4, and no more answers: but a ping's usual data.
ping4-dead() {
  chain 4 1
  in_ns b sysctl -qw net.ipv4.icmp_echo_ignore_all=1
  capture a e1
  shown ping -n -s 500 -i 0.1 -c 30 "$B4"
  finish_counted 10.0.1.2
}

# The answers of a server come when the one who asked has gone.
unreachable4-late() {
  chain 4 1 2:100:5
  background b ready python3 -uc 'import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 53))
print("ready")
while True: s.sendto(b"answer", s.recvfrom(999)[1])'
  capture a e1
  shown python3 -c 'import socket, time
for n in range(20):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.sendto(b"question", ("10.0.2.2", 53))
    time.sleep(0.3)
print("20 packets asked")'
  finish_counted
}

# The sender leaves checksums to its device: ICMP's are right, those of UDP are not
# there yet where the capture looks, nor where the target quotes them.
unreachable4-offload() {
  chain 4 0
  in_ns a ethtool -K e1 tx on >/dev/null
  in_ns b ethtool -K e1 tx on >/dev/null
  capture a e1
  shown ping -n -i 0.2 -c 3 "$B4"
  shown traceroute -n -q 3 "$B4"
  finish_counted
}

mtr4-targets() {
  local h
  chain 4 3 2:5:1
  hosts b e4 4 3 4
  capture a e1
  for h in 2 3 4; do
    echo "\$ mtr -n --report -c 5 -i 0.3 10.0.4.$h" >>"$TMP/$SCENE.txt"
    mtr_report -c 5 -i 0.3 10.0.4.$h
  done
  finish_counted
}

# r1 gives one packet for 10.0.9.9 to b and one to c, which begins with another
# time to live.
balanced4() {
  local n
  chain 4 1
  new_ns 4 c
  link 4 3 r1 c
  route 4 c default 3.1
  for n in b c; do in_ns $n ip addr add 10.0.9.9/32 dev lo; done
  in_ns c sysctl -qw net.ipv4.ip_default_ttl=128
  in_ns r1 ip route add 10.0.9.9 via 10.0.2.2
  in_ns r1 ip route add 10.0.9.9 via 10.0.3.2 table 100
  in_ns r1 ip rule add fwmark 1 table 100
  in_ns r1 nft -f - <<-'NFT'
	table ip lab {
	  chain prerouting {
	    type filter hook prerouting priority mangle
	    ip daddr 10.0.9.9 meta mark set numgen inc mod 2
	  }
	}
	NFT
  capture a e1
  shown ping -n -i 0.2 -c 20 10.0.9.9
  finish_counted
}

# Two routers share 10.0.1.100; the one that has it stops, the other one takes it
# (keepalived: gratuitous ARP, another MAC) and gives it back when the first returns.
vrrp4() {
  local r
  party 4 a r2 r3
  for r in 2 3; do
    cat >"$TMP/vrrp$r.conf" <<-CONF
	global_defs {
	  router_id r$r
	}
	vrrp_instance lab {
	  state BACKUP
	  interface e1
	  virtual_router_id 7
	  priority $((400 - r * 100))
	  advert_int 1
	  virtual_ipaddress {
	    10.0.1.100/24
	  }
	}
	CONF
  done
  warm_up 10.0.1.2; warm_up 10.0.1.3
  keep 3 BACKUP
  keep 2 MASTER
  warm_up 10.0.1.100
  capture a e1
  beside a PING ping -n -i 0.2 -c 120 10.0.1.100
  sleep 6
  echo "\$ kill keepalived of r2" >>"$TMP/$SCENE.txt"
  kill "$KEEP"
  sleep 9
  echo "\$ keepalived on r2" >>"$TMP/$SCENE.txt"
  keep 2 MASTER
  ended
  finish_counted 10.0.1.2
}
keep() { # ROUTER STATE ; KEEP is its process
  background "r$1" "Entering $2 STATE" keepalived -n -l -P -f "$TMP/vrrp$1.conf" \
    -p "$TMP/keep$1.pid" -r "$TMP/vrrp$1.pid"
  KEEP=${PIDS[-1]}
}
