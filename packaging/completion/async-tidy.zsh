#compdef async-tidy async-tidy-16 async-tidy-19 async-tidy-22
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# zsh completion for async-tidy, from its --help.
_gnu_generic
