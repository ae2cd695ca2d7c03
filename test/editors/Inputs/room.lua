-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
-- usage: nvim --headless --clean -u SETTINGS -S room.lua room.cpp
--
-- A person in Neovim: opens the file, sees the findings, takes a quick fix by
-- its title, fixes all, writes the file. Only the menu is answered for them.

local patience = 120000 -- milliseconds

local function fail(text)
  io.stderr:write(text .. "\n")
  vim.cmd("cquit")
end

local function ours()
  return vim.tbl_filter(function(d)
    return d.source == "async-tidy"
  end, vim.diagnostic.get(0))
end

local function await(what, holds)
  if not vim.wait(patience, holds, 50) then
    fail("no " .. what .. "\n" .. vim.inspect(vim.diagnostic.get(0)))
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n")
end

local function choose(finding, title)
  local offered
  vim.ui.select = function(items, _, done)
    offered = vim.tbl_map(function(item)
      return item[2].title
    end, items)
    for _, item in ipairs(items) do
      if item[2].title == title then
        return done(item)
      end
    end
    fail("not offered: " .. title .. "\n" .. vim.inspect(offered))
  end
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  vim.lsp.buf.code_action()
  await("menu", function()
    return offered ~= nil
  end)
end

await("findings", function()
  return #ours() == 4
end)
table.sort(ours(), function(a, b)
  return a.lnum < b.lnum
end)
choose(ours()[1], "use safe_async::safe_gather (async-raw-gather)")
await("quick fix", function()
  return text():find("safe_gather(channel_of(id),", 1, true) ~= nil
end)
await("new findings", function()
  return #ours() == 3 and ours()[1].lnum == 25
end)
choose(ours()[1], "fix all async-tidy findings in this file")
await("fix all", function()
  return #ours() == 1 and ours()[1].code == "async-missing-timeout"
end)
vim.cmd("write")
vim.cmd("quitall")
