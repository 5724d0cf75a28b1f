# shellcheck shell=bash
# Scenes of ping alone, one function each; sourced by record.sh. README.md tells
# what each one shows. Every load is bounded by -c, every program by a timeout.

ping4-clean() { chain 4 1; capture a e1; run ping -n -c 10 -i 0.2 "$B4"; finish; }

ping6-clean() { chain 6 1; capture a e1; run ping -n -c 10 -i 0.2 "$B6"; finish "$B6"; }

# Drops happen on r1, behind the capture: a's own queue lies before the tap, so
# what was dropped there would never be seen as sent.
lossy() { # FAMILY TARGET-VARIABLE
  chain "$1" 2 2:10:3
  in_ns r1 nft -f - <<-'NFT'
	table inet lab {
	  chain outage { }
	  chain forward {
	    type filter hook forward priority 0
	    jump outage
	    iif "e1" numgen random mod 100 < 8 counter drop comment "requests"
	    oif "e1" numgen random mod 100 < 8 counter drop comment "replies"
	  }
	}
	NFT
  capture a e1
  # A burst: everything is dropped for half a second, 2 s after the start.
  { sleep 2; in_ns r1 nft add rule inet lab outage drop
    sleep 0.5; in_ns r1 nft flush chain inet lab outage; } &
  run ping -n -c 60 -i 0.1 "${!2}"
  in_ns r1 nft delete table inet lab       # the marker must get through
  finish "${!2}"
}
ping4-loss() { lossy 4 B4; }
ping6-loss() { lossy 6 B6; }

# Every 4th request and every 3rd reply twice. Not the last one: ping ends with
# the first reply to it and would not count a copy that the capture has.
ping4-duplicates() {
  chain 4 1
  in_ns r1 nft -f - <<-NFT
	table ip lab {
	  chain forward {
	    type filter hook forward priority 0
	    icmp type echo-request numgen inc mod 4 == 3 dup to $B4
	    icmp type echo-reply numgen inc mod 3 == 1 dup to 10.0.1.1
	  }
	}
	NFT
  capture a e1
  run ping -n -c 10 -i 0.2 "$B4"
  in_ns r1 nft delete table ip lab
  finish
}

ping4-fragmented() { chain 4 1; capture a e1; run ping -n -c 3 -i 0.2 -s 4000 "$B4"; finish; }

ping6-fragmented() { chain 6 1; capture a e1; run ping -n -c 3 -i 0.2 -s 4000 "$B6"; finish "$B6"; }

ping4-any() { chain 4 1; capture a any; run ping -n -c 5 -i 0.2 "$B4"; finish; }

ping4-any-sll1() { chain 4 1; capture a any -y LINUX_SLL; run ping -n -c 5 -i 0.2 "$B4"; finish; }

ping4-vlan() {
  chain 4 0
  local n
  for n in a b; do
    in_ns "$n" ip addr flush dev e1
    if ! in_ns "$n" ip link add link e1 name e1.100 type vlan id 100 2>/dev/null; then
      # Without sleeping in a, or ping's times exceed the capture's too much.
      background "$n" ready python3 "$HERE/vlan.py" e1 e1.100 100 \
        "$([[ $n = a ]] && echo 0 || echo 1)" 300
    fi
  done
  up 4 a e1.100 100 1
  up 4 b e1.100 100 2
  warm_up 10.0.100.2
  capture a e1
  run ping -n -c 5 -i 0.2 10.0.100.2
  finish 10.0.100.2
}

ping4-nanos() {
  chain 4 1
  capture a e1 --time-stamp-precision=nano
  run ping -n -c 5 -i 0.2 "$B4"
  finish
}

# A TUN device has no link layer; forward.py is the wire.
ping4-raw() {
  new_ns 4 a b
  slow_link 4 1 a b 2 0.5 tun
  warm_up 10.0.1.2
  capture a e1
  run ping -n -c 5 -i 0.2 10.0.1.2
  finish 10.0.1.2
}

ping4-record-route() { chain 4 3; capture a e1; run ping -n -c 3 -i 0.2 -R "$B4"; finish; }

ping4-pattern() { chain 4 1; capture a e1; run ping -n -c 5 -i 0.2 -p ff -s 100 "$B4"; finish; }

ping4-pcapng() {
  chain 4 1
  sleep 3
  background a '^File: ' dumpcap -i e1 -c 3000 -w "$TMP/$SCENE.pcapng" \
    --capture-comment 'icmpscope lab: five pings over one router'
  capturing
  sleep 0.5
  run ping -n -c 5 -i 0.2 "$B4"
  finish
}
