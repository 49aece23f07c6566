// A binary heap of cells by time, each at most once: what waits is moved forward when a sooner time is found. No units.

export interface Heap {
  /** A cell's time, or its sooner one. */
  put(cell: number, time: number): void;
  /** The soonest cell, -1 where none waits. Of two at the same time the lower number: same order on every machine. */
  take(): number;
  clear(): void;
}

export function createHeap(count: number): Heap {
  const cells = new Int32Array(count);
  const times = new Float64Array(count);
  const placeOf = new Int32Array(count).fill(-1);
  let size = 0;

  const isSooner = (a: number, b: number) =>
    times[a]! < times[b]! || (times[a]! === times[b]! && a < b);

  function rise(from: number): void {
    const cell = cells[from]!;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = cells[parent]!;
      if (!isSooner(cell, above)) break;
      cells[at] = above;
      placeOf[above] = at;
      at = parent;
    }
    cells[at] = cell;
    placeOf[cell] = at;
  }

  function sink(cell: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && isSooner(cells[child + 1]!, cells[child]!)) child++;
      const below = cells[child]!;
      if (!isSooner(below, cell)) break;
      cells[at] = below;
      placeOf[below] = at;
      at = child;
    }
    cells[at] = cell;
    placeOf[cell] = at;
  }

  return {
    put(cell, time) {
      times[cell] = time;
      const place = placeOf[cell]!;
      if (place >= 0) return rise(place);
      cells[size] = cell;
      rise(size++);
    },
    take() {
      if (size === 0) return -1;
      const first = cells[0]!;
      placeOf[first] = -1;
      const last = cells[--size]!;
      if (size > 0) sink(last);
      return first;
    },
    clear() {
      for (let at = 0; at < size; at++) placeOf[cells[at]!] = -1;
      size = 0;
    },
  };
}
