// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The page of the inventory without its data.

#ifndef ASYNC_TIDY_TOOL_FORMATS_INVENTORYPAGE_H
#define ASYNC_TIDY_TOOL_FORMATS_INVENTORYPAGE_H

namespace async_tidy::tool {

/// formats/inventory.html; the data goes where it says /*inventory*/.
extern const char *const InventoryPage;

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FORMATS_INVENTORYPAGE_H
