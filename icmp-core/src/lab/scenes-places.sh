# shellcheck shell=bash
# Scenes whose captures are of other places than the sender, of two places or in
# several files; sourced by record.sh.

# On a router between two links: -i any sees every forwarded packet twice.
router_any() { # FAMILY TCPDUMP-OPTION...
  local f=$1 b; shift
  chain "$f" 1
  [[ $f = 4 ]] && b=$B4 || b=$B6
  capture r1 any "$@"
  run ping -n -c 10 -i 0.2 "$b"
  finish "$b"
}
ping4-router-any() { router_any 4; }
ping6-router-any() { router_any 6; }

# Losses on r2, behind r1: what r1 has seen, it has seen twice.
router_any_loss() { # FAMILY TCPDUMP-OPTION...
  local f=$1 b; shift
  chain "$f" 2 3:10:3
  lose r2 e2 15 10
  [[ $f = 4 ]] && b=$B4 || b=$B6
  capture r1 any "$@"
  run ping -n -c 60 -i 0.1 "$b"
  lost r2
  finish "$b"
}
ping4-router-any-loss() { router_any_loss 4; }
ping6-router-any-loss() { router_any_loss 6; }
ping4-router-any-sll1() { router_any_loss 4 -y LINUX_SLL; }
ping6-router-any-sll1() { router_any_loss 6 -y LINUX_SLL; }

# The capturing router itself loses them: those are seen once.
ping4-router-any-drops() {
  chain 4 1 2:10:3
  lose r1 e1 15 10
  capture r1 any
  run ping -n -c 60 -i 0.1 "$B4"
  lost r1
  finish
}

# r1 hides a behind its own address on link 2: two askers for each ping.
ping4-router-any-nat() {
  chain 4 1
  in_ns r1 nft -f - <<-'NFT'
	table ip nat {
	  chain postrouting {
	    type nat hook postrouting priority 100
	    oif "e2" masquerade
	  }
	}
	NFT
  capture r1 any
  run ping -n -c 10 -i 0.2 "$B4"
  finish
}

# r1 sees probes that it answers itself once, all others twice.
traceroute4-router-any() {
  chain 4 3 1:3:1 2:5:1
  capture r1 any
  run traceroute -n "$B4"
  finish
}

# Drop percentages of echo requests and replies, counted by name.
lose() { # NS REQUESTS-COME-FROM REQUESTS-% REPLIES-%
  in_ns "$1" nft -f - <<-NFT
	table inet lab {
	  counter requests { }
	  counter replies { }
	  chain forward {
	    type filter hook forward priority 0
	    meta l4proto { icmp, ipv6-icmp } jump echoes
	  }
	  chain echoes {
	    iif "$2" numgen random mod 100 < $3 counter name requests drop
	    oif "$2" numgen random mod 100 < $4 counter name replies drop
	  }
	}
	NFT
}

# Print how many were dropped; no losses from now on.
lost() { # NS
  shown_on "$1" nft list counters
  in_ns "$1" nft delete table inet lab
}

# The same ping at the sender and at the target; the losses lie between them.
places() { # FAMILY
  local b
  chain "$1" 2 2:10:3
  [[ $1 = 4 ]] && b=$B4 || b=$B6
  lose r2 e2 10 10
  rename_capture -near a e1
  capture_as -far b e3
  sleep 0.5
  run ping -n -c 60 -i 0.1 "$b"
  lost r2
  finish "$b"
}
places4() { places 4; }
places6() { places 6; }

# The first of several captures, with a suffix too.
rename_capture() { # SUFFIX NS INTERFACE
  sleep 3
  capture_as "$@"
}

# Everything is dropped from FROM seconds after this on (a capture needs 3.5 s to
# start), for SECONDS.
outage_in() { # NS FROM SECONDS
  in_ns "$1" nft -f - <<-'NFT'
	table inet outage {
	  counter dropped { }
	  chain now { }
	  chain forward {
	    type filter hook forward priority 0
	    jump now
	  }
	}
	NFT
  { sleep "$2"; in_ns "$1" nft add rule inet outage now meta l4proto '{ icmp, ipv6-icmp }' counter name dropped drop
    sleep "$3"; in_ns "$1" nft flush chain inet outage now; } &
}

# One run, three times: one capture, files of 15 s, and (IPv6) of 10 kB.
outage4() {
  chain 4 2 2:5:1
  outage_in r1 25 8
  capture a e1
  capture_as -rotated a e1 -G 15 -w "$TMP/$SCENE.part-%s"
  run ping -n -O -c 300 -i 0.2 "$B4"
  shown_on r1 nft list counters
  finish
}

outage6() {
  chain 6 2 2:5:1
  outage_in r1 12 5
  sleep 3
  background a '^File: ' dumpcap -i e1 -c 3000 -w "$TMP/$SCENE.pcapng"
  capturing
  background a '^File: ' dumpcap -i e1 -c 3000 -b filesize:10 -w "$TMP/$SCENE.part.pcapng"
  capturing
  sleep 0.5
  run ping -n -O -c 150 -i 0.2 "$B6"
  shown_on r1 nft list counters
  finish "$B6"
}

# Fragments lost on r1, each for itself: requests that are never complete at b,
# replies that are never complete at a. Both give up after 3 s and say so (time
# exceeded, code 1) if they have the first fragment. a's own errors are in both.
fragment_loss() { # FAMILY
  local b n
  chain "$1" 1
  [[ $1 = 4 ]] && b=$B4 || b=$B6
  for n in a b; do
    in_ns "$n" sysctl -qw net.ipv4.ipfrag_time=3
    [[ $1 = 4 ]] || in_ns "$n" sysctl -qw net.ipv6.ip6frag_time=3
  done
  in_ns r1 nft -f - <<-'NFT'
	table inet lab {
	  counter requests { }
	  counter replies { }
	  chain fragments {
	    iif "e1" numgen random mod 100 < 12 counter name requests drop
	    oif "e1" numgen random mod 100 < 12 counter name replies drop
	  }
	  chain forward {
	    type filter hook forward priority 0
	    meta nfproto ipv4 ip frag-off & 0x3fff != 0 jump fragments
	    exthdr frag exists jump fragments
	  }
	}
	NFT
  rename_capture -near a e1
  capture_as -far b e2
  sleep 0.5
  run ping -n -c 12 -i 0.2 -s 2800 "$b"
  lost r1
  finish "$b"
}
fragments4-loss() { fragment_loss 4; }
fragments6-loss() { fragment_loss 6; }

# Files of 10 packets, requests and replies of three fragments each.
fragments_rotated() { # FAMILY
  local b
  chain "$1" 1
  [[ $1 = 4 ]] && b=$B4 || b=$B6
  sleep 3
  background a '^File: ' dumpcap -i e1 -c 3000 -w "$TMP/$SCENE.pcapng"
  capturing
  background a '^File: ' dumpcap -i e1 -c 3000 -b packets:10 -w "$TMP/$SCENE.part.pcapng"
  capturing
  sleep 0.5
  run ping -n -c 6 -i 0.2 -s 3000 "$b"
  finish "$b"
}
fragments4-rotated() { fragments_rotated 4; }
fragments6-rotated() { fragments_rotated 6; }
