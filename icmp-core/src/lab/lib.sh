# shellcheck shell=bash
# Helpers of record.sh: namespaces, links, captures. Sourced, not run.
# Names: namespace a is the sender, b the target, r1..rN the routers between.
# Link k joins neighbours and is called ek at both ends; its left end is
# 10.0.k.1 / 2001:db8:k::1 / 02:00:00:00:0k:01, its right end has 2 there.

MARKER_ID=19787            # "MK": ICMP id of the marker ping, see README.md
PIDS=()                    # background processes of the current scene
CAPPIDS=() CAPLOGS=()      # its captures, and what they print

die() { echo "record.sh: $*" >&2; exit 1; }
in_ns() { local n=$1; shift; ip netns exec "$P-$n" "$@"; }

new_ns() { # FAMILY NAME...
  local f=$1 n; shift
  for n in "$@"; do
    ip netns add "$P-$n"
    in_ns "$n" ip link set lo up
    # No error messages held back: the scenes ask for more than 1 per second.
    # No DAD and no solicitations: captures begin quiet (nd6 turns DAD on).
    in_ns "$n" sysctl -qw net.ipv4.icmp_ratelimit=0 \
      net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0 \
      net.ipv6.icmp.ratelimit=0 net.ipv6.conf.default.accept_dad=0 \
      net.ipv6.conf.default.router_solicitations=0
    [[ $f = 6 ]] || in_ns "$n" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 \
      net.ipv6.conf.default.disable_ipv6=1
  done
}

router() { # NAME... : forward both families
  local n; for n in "$@"; do
    in_ns "$n" sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
  done
}

up() { # FAMILY NS DEV K HOST : address and start one end of a link
  local f=$1 n=$2 d=$3 k=$4 h=$5
  in_ns "$n" ip addr add "10.0.$k.$h/24" dev "$d"
  [[ $f = 4 ]] || in_ns "$n" ip addr add "2001:db8:$k::$h/64" dev "$d" nodad
  in_ns "$n" ip link set "$d" up
}

link() { # FAMILY K LEFT RIGHT : a veth pair
  local f=$1 k=$2 l=$3 r=$4
  ip link add "e$k" netns "$P-$l" address "02:00:00:00:0$k:01" type veth \
    peer name "e$k" netns "$P-$r" address "02:00:00:00:0$k:02"
  # Else the tap sees UDP and TCP before their checksums are filled in.
  in_ns "$l" ethtool -K "e$k" tx off >/dev/null
  in_ns "$r" ethtool -K "e$k" tx off >/dev/null
  up "$f" "$l" "e$k" "$k" 1
  up "$f" "$r" "e$k" "$k" 2
}

# Two TAPs (or TUNs, which have no link layer) with forward.py as the wire.
slow_link() { # FAMILY K LEFT RIGHT DELAY_MS JITTER_MS [tun|tap [EXTRA...]]
  local f=$1 k=$2 l=$3 r=$4 mode=${7-tap}
  background "$l" ready python3 "$HERE/forward.py" "$mode" "e$k" far "$5" "$6" 300 "${@:8}"
  in_ns "$l" ip link set far netns "$P-$r"
  in_ns "$r" ip link set far name "e$k"
  if [[ $mode = tap ]]; then
    in_ns "$l" ip link set "e$k" address "02:00:00:00:0$k:01"
    in_ns "$r" ip link set "e$k" address "02:00:00:00:0$k:02"
  fi
  up "$f" "$l" "e$k" "$k" 1
  up "$f" "$r" "e$k" "$k" 2
}

# a - r1 - ... - rN - b with static routes; routers have no default route.
# A SLOW link is given as its number, delay and jitter in ms, and what else
# forward.py shall do: 2:10:3 or 2:10:3:late=7:4500,twice=4:30.
chain() { # FAMILY ROUTERS [SLOW...]; sets B4 and B6
  local f=$1 n=$2 i k s delay jitter extra nodes=(a)
  declare -A slow=(); shift 2
  for s; do slow[${s%%:*}]=${s#*:}; done
  for ((i = 1; i <= n; i++)); do nodes+=("r$i"); done
  nodes+=(b)
  new_ns "$f" "${nodes[@]}"
  router "${nodes[@]:1:n}"
  for ((k = 1; k <= n + 1; k++)); do
    if [[ ${slow[$k]-} ]]; then
      IFS=: read -r delay jitter extra <<<"${slow[$k]}"
      # shellcheck disable=SC2086
      slow_link "$f" "$k" "${nodes[k-1]}" "${nodes[k]}" "$delay" "$jitter" tap ${extra//,/ }
    else
      link "$f" "$k" "${nodes[k-1]}" "${nodes[k]}"
    fi
  done
  B4=10.0.$((n+1)).2 B6=2001:db8:$((n+1))::2
  ((n)) || return 0
  route "$f" a default 1.2
  route "$f" b default "$((n+1)).1"
  for ((i = 1; i <= n; i++)); do
    for ((k = 1; k < i; k++)); do route "$f" "r$i" "$k" "$i.1"; done
    for ((k = i + 2; k <= n + 1; k++)); do route "$f" "r$i" "$k" "$((i+1)).2"; done
  done
  warm_up "$([[ $f = 4 ]] && echo "$B4" || echo "$B6")"
}

# Before the capture: the path works, addresses are resolved. Else the first
# RTT that ping prints has that in it, while the capture's has not.
warm_up() { # TARGET
  in_ns a timeout 20 ping -n -q -c 2 -W 3 "$1" >/dev/null || die "$SCENE: no path to $1"
}

route() { # FAMILY NS LINK|default LINK.HOST : route towards a link
  local to4=10.0.$3.0/24 to6=2001:db8:$3::/64
  [[ $3 = default ]] && to4=default to6=default
  in_ns "$2" ip route add "$to4" via "10.0.$4"
  [[ $1 = 4 ]] || in_ns "$2" ip -6 route add "$to6" via "2001:db8:${4%.*}::${4#*.}"
}

# Start a helper, wait until it has printed READY; at most 300 s of life.
background() { # NS READY COMMAND...
  local n=$1 ready=$2 log=$TMP/log.${#PIDS[@]} i; shift 2
  rm -f "$log"                       # of an earlier scene, perhaps "ready" too
  timeout -k 2 300 ip netns exec "$P-$n" "$@" >"$log" 2>&1 &
  PIDS+=($!)
  for ((i = 0; i < 100; i++)); do
    grep -q "$ready" "$log" 2>/dev/null && return
    kill -0 "${PIDS[-1]}" 2>/dev/null || break
    sleep 0.1
  done
  cat "$log" >&2; die "$1 did not start"
}

capture() { # NS INTERFACE [TCPDUMP-OPTION...]
  sleep 3                            # first multicast reports have passed
  capture_as '' "$@"
  sleep 0.5
}

# A further capture at the same time, for the file SCENE + SUFFIX. A later -w
# among the options wins, for rotated files.
capture_as() { # SUFFIX NS INTERFACE [TCPDUMP-OPTION...]
  local s=$1 n=$2 i=$3; shift 3
  background "$n" 'listening on' tcpdump -Z root --immediate-mode -U -n \
    -i "$i" -c 3000 -w "$TMP/$SCENE$s.pcap" "$@"
  capturing
}

capturing() { # the last background process is a capture: finish ends it
  CAPLOGS+=("$TMP/log.$((${#PIDS[@]} - 1))") CAPPIDS+=("${PIDS[-1]}")
}

# run COMMAND... : run in namespace a, keep what it prints
run() { run_on a "$@"; }

run_on() { # NS COMMAND...
  local n=$1 rc=0; shift
  LC_ALL=C timeout 90 ip netns exec "$P-$n" stdbuf -oL "$@" \
    >>"$TMP/$SCENE.txt" 2>&1 || rc=$?
  ((rc < 124)) || die "$1 ended with status $rc"   # not found, or hung
}

# shown COMMAND... : like run, for scenes of several programs: print the command
shown() { shown_on a "$@"; }

shown_on() { # NS COMMAND...
  local line="\$ ${*:2}"
  echo "${line//$HERE\//}" >>"$TMP/$SCENE.txt"
  run_on "$@"
}

# 11 s after the last program: whatever is still unanswered now is lost.
finish() { # [TARGET] : marker ping, then stop the captures and keep the files
  local i
  sleep 11
  in_ns a timeout 20 ping -n -q -c 1 -W 3 -e $MARKER_ID "${1-$B4}" >/dev/null ||
    die "$SCENE: the marker ping was not answered"
  sleep 1
  for i in "${!CAPPIDS[@]}"; do
    kill "${CAPPIDS[i]}"
    wait "${CAPPIDS[i]}" || true
    if grep -Eq '[1-9][0-9]* packets dropped by kernel|: [0-9]+/[1-9][0-9]* \(pcap' "${CAPLOGS[i]}"; then
      die "$SCENE: capture lost packets"
    fi
  done
  number_files
  mv "$TMP/$SCENE"*.pcap* "$TMP/$SCENE.txt" "$OUT/"
}

# Rotated files get numbers instead of times: SCENE-00, SCENE-01, ...
number_files() {
  local f n=0 ext
  for f in "$TMP/$SCENE".part*; do
    [[ -e $f ]] || continue
    ext=pcap
    [[ $f != *pcapng ]] || ext=pcapng
    mv "$f" "$TMP/$SCENE-$(printf %02d "$n").$ext"
    n=$((n + 1))
  done
}

clean() { # end what this scene started, and only that
  local p n
  for p in "${PIDS[@]}"; do kill "$p" 2>/dev/null || true; done
  wait || true
  PIDS=() CAPPIDS=() CAPLOGS=()
  for n in $(ip netns list | awk '{print $1}'); do
    [[ $n != "$P"-* ]] || ip netns del "$n"
  done
}
