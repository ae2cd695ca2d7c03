# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# bash completion for async-tidy. The options come from --help of the program
# that is being completed, so they are always its own.

_async_tidy() {
  local cur=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  case $cur in
  -*)
    local options
    options=$("$1" --help 2>/dev/null | grep -oE '^  --?[a-z-]+=?' | tr -d ' ')
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
    [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace
    ;;
  *) mapfile -t COMPREPLY < <(compgen -f -- "$cur") && compopt -o filenames ;;
  esac
}
complete -F _async_tidy async-tidy async-tidy-16 async-tidy-19 async-tidy-22
