// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does `async-tidy` do? This file reads as its table of contents.

#include "llvm/Config/llvm-config.h"
#include "llvm/Support/raw_ostream.h"

int main() {
  llvm::outs() << "async-tidy " ASYNC_TIDY_VERSION " (LLVM "
               << LLVM_VERSION_STRING << ")\n";
}
