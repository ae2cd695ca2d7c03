# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The benchmark's growth as a picture: both axes logarithmic, so that a straight
# line at 45 degrees is linear growth. Plain SVG, no package needed.

import math

WIDTH, HEIGHT, MARGIN = 480, 320, 48
SERIES = (("cold", "#b3541e"), ("warm", "#1e6fb3"))


def plot(rows):
    """SVG of \\p rows: (sources, cold seconds, warm seconds)."""
    counts = [math.log10(n) for n, *_ in rows]
    times = [math.log10(max(t, 0.001)) for _, *both in rows for t in both]
    left, right = min(counts), max(max(counts), min(counts) + 1)
    low, high = math.floor(min(times)), math.ceil(max(times)) or 1

    def at(n, t):
        x = MARGIN + (math.log10(n) - left) / (right - left) * (WIDTH - 2 * MARGIN)
        share = (math.log10(max(t, 0.001)) - low) / (high - low)
        return x, HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for power in range(low, high + 1):
        _, y = at(rows[0][0], 10**power)
        out.append(f'<path d="M{MARGIN} {y:.1f}H{WIDTH - MARGIN}" stroke="#ddd"/>')
        out.append(f'<text x="{MARGIN - 6}" y="{y + 4:.1f}" text-anchor="end">{10**power:g} s</text>')
    for n, *_ in rows:
        x, _ = at(n, 1)
        out.append(f'<text x="{x:.1f}" y="{HEIGHT - 24}" text-anchor="middle">{n}</text>')
    out.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 6}" text-anchor="middle">sources</text>')
    for index, (name, colour) in enumerate(SERIES):
        points = [at(row[0], row[1 + index]) for row in rows]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        out.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        x, y = points[-1]
        out.append(f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="end" fill="{colour}">{name}, CPU</text>')
    return "\n".join([*out, "</svg>"]) + "\n"
