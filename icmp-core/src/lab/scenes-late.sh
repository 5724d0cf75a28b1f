# shellcheck shell=bash
# Scenes of pings that go wrong in other ways than by loss; sourced by record.sh.

odd_ping() { # FAMILY SLOW-LINK PING-OPTION...
  local f=$1 slow=$2 b; shift 2
  chain "$f" 1 "$slow"
  [[ $f = 4 ]] && b=$B4 || b=$B6
  capture a e1
  run ping -n "$@" "$b"
  finish "$b"
}

# A ping every 20 ms, RTT from 20 to 220 ms: replies overtake each other.
ping4-reordered() { odd_ping 4 2:60:50 -c 100 -i 0.02; }
ping6-reordered() { odd_ping 6 2:60:50 -c 100 -i 0.02; }

# Every 7th reply is more than 4.5 s late.
ping4-late() { odd_ping 4 2:5:2:late=7:4500 -c 40 -i 0.2; }
ping6-late() { odd_ping 6 2:5:2:late=7:4500 -c 40 -i 0.2; }

# Every 4th request and every 4th reply comes twice, the copy 60 ms later, so
# after other packets: a request brings up to three replies. With the two pings of
# warm_up and 33 of these the last copy comes before the last reply.
ping4-copies() { odd_ping 4 2:10:5:twice=4:60 -c 33 -i 0.05; }
ping6-copies() { odd_ping 6 2:10:5:twice=4:60 -c 33 -i 0.05; }

# All of it at once: loss, copies, disorder, replies of 5 s.
mixture() { # FAMILY
  local b
  chain "$1" 2 2:40:30:late=13:5000,twice=5:60
  [[ $1 = 4 ]] && b=$B4 || b=$B6
  lose r2 e2 8 8
  capture a e1
  run ping -n -c 120 -i 0.05 "$b"
  lost r2
  finish "$b"
}
ping4-mixture() { mixture 4; }
ping6-mixture() { mixture 6; }

# r1 drops what is longer than 1300 bytes and tells nobody.
blackhole() { # FAMILY
  local b
  chain "$1" 1
  [[ $1 = 4 ]] && b=$B4 || b=$B6
  in_ns r1 nft -f - <<-'NFT'
	table inet lab {
	  counter dropped { }
	  chain forward {
	    type filter hook forward priority 0
	    meta length > 1300 counter name dropped drop
	  }
	}
	NFT
  capture a e1
  shown ping -n -c 5 -i 0.2 -M "do" -s 56 "$b"
  shown ping -n -c 5 -i 0.2 -W 2 -M "do" -s 1400 "$b"
  shown ping -n -c 5 -i 0.2 -M "do" -s 56 "$b"
  shown_on r1 nft list counters
  finish "$b"
}
blackhole4() { blackhole 4; }
blackhole6() { blackhole 6; }

# Link 2 has 1300 bytes and r1 says so each time, but a's firewall lets no error
# in (the capture lies before it): the sender goes on with the same size. Small
# pings get through.
ignored() { # FAMILY
  local b
  chain "$1" 1
  in_ns r1 ip link set e2 mtu 1300
  in_ns b ip link set e2 mtu 1300
  [[ $1 = 4 ]] && b=$B4 || b=$B6
  in_ns a nft -f - <<-'NFT'
	table inet lab {
	  counter dropped { }
	  chain input {
	    type filter hook input priority 0
	    icmp type destination-unreachable counter name dropped drop
	    icmpv6 type packet-too-big counter name dropped drop
	  }
	}
	NFT
  capture a e1
  shown ping -n -c 10 -i 0.4 -W 2 -M "do" -s 1400 "$b"
  shown ping -n -c 5 -i 0.2 -M "do" -s 56 "$b"
  shown nft list counters
  finish "$b"
}
pmtu4-ignored() { ignored 4; }
pmtu6-ignored() { ignored 6; }

# After 2 s r1 has no route to b any more, 2 s later it has one again.
midway() { # FAMILY
  local b to v
  chain "$1" 1
  [[ $1 = 4 ]] && b=$B4 to=10.0.2.2/32 v=-4
  [[ $1 = 6 ]] && b=$B6 to=2001:db8:2::2/128 v=-6
  capture a e1
  { sleep 2; in_ns r1 ip "$v" route add prohibit "$to"
    sleep 2; in_ns r1 ip "$v" route del prohibit "$to"; } &
  run ping -n -c 30 -i 0.2 "$b"
  finish "$b"
}
ping4-midway() { midway 4; }
ping6-midway() { midway 6; }

# RTT 600 ms, 5 pings per second: the capture begins with replies to nothing and
# ends with requests whose replies come later. All are answered. No marker.
cut_off() { # FAMILY
  local b job
  chain "$1" 1 2:300:10
  [[ $1 = 4 ]] && b=$B4 || b=$B6
  run ping -n -c 40 -i 0.2 "$b" &
  job=$!
  sleep 2
  capture_as '' a e1 -c 40
  wait "${CAPPIDS[0]}"
  wait "$job"
  mv "$TMP/$SCENE".* "$OUT/"
}
ping4-cut() { cut_off 4; }
ping6-cut() { cut_off 6; }

# Four pings of one sender at the same time, two of them to the same target;
# the replies of one are all lost.
parallel() { # FAMILY
  local f=$1 t i=0 jobs=() r1 b h
  chain "$f" 2 1:5:1
  [[ $f = 4 ]] && b=$B4 r1=10.0.1.2 h=10.0.2.2
  [[ $f = 6 ]] && b=$B6 r1=2001:db8:1::2 h=2001:db8:2::2
  in_ns r2 nft -f - <<-'NFT'
	table inet lab {
	  chain output {
	    type filter hook output priority 0
	    icmp type echo-reply drop
	    icmpv6 type echo-reply drop
	  }
	}
	NFT
  capture a e1
  for t in "-c 20 -i 0.1 $b" "-c 20 -i 0.1 $r1" "-c 20 -i 0.1 -W 2 $h" "-c 10 -i 0.2 -s 200 $b"; do
    # shellcheck disable=SC2086
    LC_ALL=C timeout 60 ip netns exec "$P-a" stdbuf -oL ping -n $t >"$TMP/ping.$i" 2>&1 &
    jobs+=($!) i=$((i + 1))
    sleep 0.03
  done
  for t in "${jobs[@]}"; do wait "$t" || true; done
  cat "$TMP"/ping.[0-3] >>"$TMP/$SCENE.txt"
  finish "$b"
}
ping4-parallel() { parallel 4; }
ping6-parallel() { parallel 6; }
