#!/bin/bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How is a test run on several hosts, on one machine?
#
#   hosts.sh N FOLDER COMMAND…   (as root)
#
# Makes N hosts and runs COMMAND on another that reaches them as host1 … hostN with
# `ssh -F FOLDER/ssh_config`. A host has its own network, name and sshd; it shares the
# file system, but for FOLDER/own, which each has for itself. Everything is in
# namespaces that end with the command.
set -euo pipefail

if [ "${1-}" != --inside ]; then
  exec unshare --net --mount --uts --pid --fork --kill-child --mount-proc -- "$0" --inside "$@"
fi
shift
count=$1 folder=$2
shift 2

mount -t tmpfs none /run
mkdir -p /run/sshd /run/netns "$folder/own"
ssh-keygen -q -t ed25519 -N '' -f "$folder/key"
cat >"$folder/sshd_config" <<END
HostKey $folder/key
AuthorizedKeysFile $folder/key.pub
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
PidFile none
END
ip link set lo up
ip link add hub type bridge
ip address add 10.0.0.254/24 dev hub
ip link set hub up
for ((i = 1; i <= count; i++)); do
  ip netns add "host$i"
  ip link add "port$i" type veth peer name eth0 netns "host$i"
  ip link set "port$i" master hub up
  ip -n "host$i" address add "10.0.0.$i/24" dev eth0
  ip -n "host$i" link set eth0 up
  ip -n "host$i" link set lo up
  # `ip netns exec` has mounts of its own.
  ip netns exec "host$i" unshare --uts -- bash -c \
    'hostname "$1" && mount -t tmpfs none "$2/own" && exec "$(command -v sshd)" -f "$2/sshd_config" -E "$2/$1.log"' \
    - "host$i" "$folder"
  cat >>"$folder/ssh_config" <<END
Host host$i
  HostName 10.0.0.$i
  IdentityFile $folder/key
  StrictHostKeyChecking no
  UserKnownHostsFile /dev/null
  LogLevel ERROR
END
done
"$@"
