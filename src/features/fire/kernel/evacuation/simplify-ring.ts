// Corners that a ring can do without (Douglas & Peucker 1973). Plane coordinates.

type Point = readonly [number, number];

/** A closed ring, first point again at the end; no corner of the one given lies farther than `tolerance` from it. */
export function simplifyRing(ring: readonly Point[], tolerance: number): readonly Point[] {
  const last = ring.length - 1;
  if (last < 3) return ring;
  const keeps = new Uint8Array(ring.length);
  // A ring has no ends: it is cut at its start and at the corner farthest from that.
  const [start] = ring;
  let far = 0;
  let most = -1;
  ring.forEach((point, at) => {
    const away = start ? Math.hypot(point[0] - start[0], point[1] - start[1]) : 0;
    if (away > most) {
      most = away;
      far = at;
    }
  });
  keeps[0] = 1;
  keeps[far] = 1;
  keeps[last] = 1;
  const spans: (readonly [number, number])[] = [
    [0, far],
    [far, last],
  ];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let worst = tolerance;
    let at = -1;
    for (let between = from + 1; between < to; between++) {
      const away = distanceTo(ring[between]!, ring[from]!, ring[to]!);
      if (away <= worst) continue;
      worst = away;
      at = between;
    }
    if (at < 0) continue;
    keeps[at] = 1;
    spans.push([from, at], [at, to]);
  }
  return ring.filter((_, at) => keeps[at] === 1);
}

function distanceTo([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const square = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const share =
    square === 0
      ? 0
      : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square));
  return Math.hypot(x0 + share * (x1 - x0) - x, y0 + share * (y1 - y0) - y);
}
