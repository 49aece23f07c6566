// Which building is next: a binary heap over building numbers whose times may change. s; ties by the lower number.

export interface EventHeap {
  readonly timeS: Float64Array;
  size(): number;
  /** −1 where nothing waits. */
  first(): number;
  /** `Infinity` takes it out. */
  set(building: number, timeS: number): void;
  clear(): void;
}

export function createEventHeap(count: number): EventHeap {
  const timeS = new Float64Array(count).fill(Infinity);
  const heap = new Int32Array(count);
  const place = new Int32Array(count).fill(-1);
  let size = 0;

  const isBefore = (one: number, other: number) => {
    const a = timeS[one]!;
    const b = timeS[other]!;
    return a < b || (a === b && one < other);
  };

  function rise(start: number, building: number): void {
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent]!;
      if (!isBefore(building, above)) break;
      heap[at] = above;
      place[above] = at;
      at = parent;
    }
    heap[at] = building;
    place[building] = at;
  }

  function sink(start: number, building: number): void {
    let at = start;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && isBefore(heap[child + 1]!, heap[child]!)) child++;
      const below = heap[child]!;
      if (!isBefore(below, building)) break;
      heap[at] = below;
      place[below] = at;
      at = child;
    }
    heap[at] = building;
    place[building] = at;
  }

  function remove(building: number): void {
    const at = place[building]!;
    place[building] = -1;
    size--;
    if (at === size) return;
    const last = heap[size]!;
    if (at > 0 && isBefore(last, heap[(at - 1) >> 1]!)) rise(at, last);
    else sink(at, last);
  }

  return {
    timeS,
    size: () => size,
    first: () => (size > 0 ? heap[0]! : -1),
    set(building, time) {
      const before = timeS[building]!;
      timeS[building] = time;
      const at = place[building]!;
      if (time === Infinity) {
        if (at >= 0) {
          timeS[building] = before;
          remove(building);
          timeS[building] = Infinity;
        }
      } else if (at < 0) rise(size++, building);
      else if (time < before) rise(at, building);
      else sink(at, building);
    },
    clear() {
      for (let at = 0; at < size; at++) {
        const building = heap[at]!;
        place[building] = -1;
        timeS[building] = Infinity;
      }
      size = 0;
    },
  };
}
