# shellcheck shell=bash
# Scenes of mtr and traceroute on paths with faults; sourced by record.sh.

# mtr prints the host's name; let that be "a" wherever this runs.
mtr_report() { # MTR-OPTION...
  # shellcheck disable=SC2016
  run unshare --uts sh -c 'echo a >/proc/sys/kernel/hostname
    exec mtr -n --report "$@"' mtr "$@"
}

# r2 keeps 30 % of its own errors to itself and forwards everything, r3 never
# answers, and 15 % of what r3 should forward to r4 is lost: loss that counts is
# the loss from hop 4 on.
bad_path() { # FAMILY
  chain "$1" 4 2:5:1
  in_ns r2 nft -f - <<-'NFT'
	table inet lab {
	  chain output {
	    type filter hook output priority 0
	    icmp type time-exceeded numgen random mod 100 < 30 drop
	    icmpv6 type time-exceeded numgen random mod 100 < 30 drop
	  }
	}
	NFT
  in_ns r3 nft -f - <<-'NFT'
	table inet lab {
	  chain output {
	    type filter hook output priority 0
	    icmp type time-exceeded drop
	    icmpv6 type time-exceeded drop
	  }
	  chain forward {
	    type filter hook forward priority 0
	    iif "e3" meta l4proto { icmp, ipv6-icmp, udp, tcp } numgen random mod 100 < 15 drop
	  }
	}
	NFT
}

mtr_loss() { # FAMILY MTR-OPTION...
  local f=$1 b; shift
  bad_path "$f"
  [[ $f = 4 ]] && b=$B4 || b=$B6
  capture a e1
  mtr_report "-$f" -c 20 -i 0.2 "$@" "$b"
  in_ns r3 nft delete table inet lab         # the marker must get through
  finish "$b"
}
mtr4-loss() { mtr_loss 4; }
mtr6-loss() { mtr_loss 6; }
mtr4-loss-udp() { mtr_loss 4 -u; }
mtr6-loss-udp() { mtr_loss 6 -u; }
mtr4-loss-tcp() { mtr_loss 4 -T -P 80; }     # nobody listens: b answers RST
mtr6-loss-tcp() { mtr_loss 6 -T -P 80; }

# r2 of three is silent. Link 1 is slow for the reason told at trace().
silent() { # FAMILY OPTION...
  local f=$1 b; shift
  chain "$f" 3 1:3:1 2:5:1
  in_ns r2 nft -f - <<-'NFT'
	table inet lab {
	  chain output {
	    type filter hook output priority 0
	    icmp type time-exceeded drop
	    icmpv6 type time-exceeded drop
	  }
	}
	NFT
  [[ $f = 4 ]] && b=$B4 || b=$B6
  capture a e1
  run traceroute -n "$@" "$b"
  finish "$b"
}
traceroute4-silent() { silent 4; }
traceroute4-silent-icmp() { silent 4 -I; }
traceroute6-silent() { silent 6 -6; }
# r2 and b are silent: stars to the end.
traceroute4-firewall() {
  chain 4 2 1:3:1
  in_ns r2 nft -f - <<-'NFT'
	table ip lab {
	  chain forward {
	    type filter hook forward priority 0
	    meta l4proto udp drop
	  }
	}
	NFT
  capture a e1
  run traceroute -n -m 8 -w 2 "$B4"
  finish
}

traceroute4-q1() { trace 4 -q 1; }
traceroute6-tcp() { trace 6 -6 -T -p 80; }   # b answers RST

# Somebody listens on port 80: b answers SYN-ACK, a's kernel RST to that.
tcp_open() { # FAMILY
  local b
  chain "$1" 3 1:3:1 2:5:1
  [[ $1 = 4 ]] && b=$B4 || b=$B6
  background b listening python3 -uc "import socket, time
s = socket.create_server(('$b', 80), family=socket.AF_INET${1/4/})
print('listening')
time.sleep(300)"
  capture a e1
  run traceroute -n "-$1" -T -p 80 "$b"
  finish "$b"
}
traceroute4-tcp-open() { tcp_open 4; }
traceroute6-tcp-open() { tcp_open 6; }

# a - r1 - (r2 | r3) - r4 - b: r1 takes one of two ways by addresses and ports.
# Answers of r4 and b come back through r2. Links: 2 is r1-r2, 3 is r1-r3, 4 is
# r2-r4, 5 is r3-r4 and 10 ms slower, 6 is r4-b.
diamond() { # FAMILY
  local f=$1 n
  new_ns "$f" a r1 r2 r3 r4 b
  router r1 r2 r3 r4
  slow_link "$f" 1 a r1 3 1
  link "$f" 2 r1 r2
  link "$f" 3 r1 r3
  slow_link "$f" 4 r2 r4 5 1
  slow_link "$f" 5 r3 r4 15 1
  link "$f" 6 r4 b
  B4=10.0.6.2 B6=2001:db8:6::2
  route "$f" a default 1.2
  in_ns r1 sysctl -qw net.ipv4.fib_multipath_hash_policy=1
  in_ns r1 ip route add 10.0.6.0/24 nexthop via 10.0.2.2 nexthop via 10.0.3.2
  route "$f" r2 1 2.1
  route "$f" r2 6 4.2
  route "$f" r3 1 3.1
  route "$f" r3 6 5.2
  for n in 1 2; do route "$f" r4 "$n" 4.1; done
  route "$f" b default 6.1
  if [[ $f = 6 ]]; then
    in_ns r1 sysctl -qw net.ipv6.fib_multipath_hash_policy=1
    in_ns r1 ip -6 route add 2001:db8:6::/64 \
      nexthop via 2001:db8:2::2 nexthop via 2001:db8:3::2
  fi
  # Addresses resolved on both ways, as in warm_up.
  in_ns a timeout 20 traceroute -n "-$f" -q 6 "$([[ $f = 4 ]] && echo $B4 || echo $B6)" >/dev/null
  warm_up "$([[ $f = 4 ]] && echo $B4 || echo $B6)"
}
traceroute4-ecmp() { diamond 4; capture a e1; run traceroute -n -q 6 "$B4"; finish; }
traceroute6-ecmp() { diamond 6; capture a e1; run traceroute -6 -n -q 6 "$B6"; finish "$B6"; }
mtr4-ecmp() { diamond 4; capture a e1; mtr_report -u -c 20 -i 0.2 "$B4"; finish; }

# 10.0.99.0/24 and 2001:db8:99::/64: r2 and r3 send it to each other.
loop() { # FAMILY TARGET
  local f=$1 b
  chain "$f" 3 1:3:1
  route "$f" r1 99 2.2
  route "$f" r2 99 3.2
  route "$f" r3 99 3.1
  [[ $f = 4 ]] && b=$B4 || b=$B6
  capture a e1
  shown traceroute -n "-$f" -m 12 "$2"
  shown ping -n -c 3 -i 0.5 "$2"
  finish "$b"
}
loop4() { loop 4 10.0.99.1; }
loop6() { loop 6 2001:db8:99::1; }

# Link 2 has 1400, link 3 has 1300 bytes: F= is what traceroute found.
mtu() { # FAMILY
  local b
  chain "$1" 3 1:3:1
  in_ns r1 ip link set e2 mtu 1400
  in_ns r2 ip link set e2 mtu 1400
  in_ns r2 ip link set e3 mtu 1300
  in_ns r3 ip link set e3 mtu 1300
  [[ $1 = 4 ]] && b=$B4 || b=$B6
  capture a e1
  run traceroute -n "-$1" --mtu "$b"
  finish "$b"
}
traceroute4-mtu() { mtu 4; }
traceroute6-mtu() { mtu 6; }
