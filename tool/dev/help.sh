# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Which subcommands are there? Reads the "# help:" line of every file in
# tool/dev/, so that the list cannot fall behind.
#
# help: list the subcommands
set -euo pipefail

echo "usage: ./dev SUBCOMMAND [arguments]"
echo
for script in tool/dev/*.sh tool/dev/*.py; do
  [ -f "$script" ] || continue
  name=$(basename "${script%.*}")
  sed -n "s/^# help: /\t/p" "$script" | while IFS= read -r line; do
    printf '  %-12s %s\n' "${name//_/-}" "${line#$'\t'}"
  done
done
