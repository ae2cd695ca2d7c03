// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file system that fails at the last moment: preloaded into a program, this
// lets a rename to a path fail that ends in $RENAME_FAILS.

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>

int rename(const char *From, const char *To) {
  const char *End = getenv("RENAME_FAILS");
  const size_t Length = strlen(To);
  if (End && Length >= strlen(End) &&
      strcmp(To + Length - strlen(End), End) == 0) {
    errno = EIO;
    return -1;
  }
  return renameat(AT_FDCWD, From, AT_FDCWD, To);
}
