// Which building is next: a heap over building numbers whose times may change, four below each, which lie side by
// side: half as deep as with two. s; ties by the lower number.

export interface EventHeap {
  readonly timeS: Float64Array;
  size(): number;
  /** −1 where nothing waits. */
  first(): number;
  /** `Infinity` takes it out. */
  set(building: number, timeS: number): void;
  /** The same for what `timeS` was set to from outside: an argument that is no whole number costs memory each time. */
  update(building: number): void;
  clear(): void;
}

export function createEventHeap(count: number): EventHeap {
  const timeS = new Float64Array(count).fill(Infinity);
  const heap = new Int32Array(count);
  /** Times beside the buildings: looked up through these, they were a third of the heap's time. */
  const heapS = new Float64Array(count);
  const place = new Int32Array(count).fill(-1);
  let size = 0;

  function rise(start: number, building: number): void {
    const own = timeS[building]!;
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const aboveS = heapS[parent]!;
      if (own > aboveS || (own === aboveS && building > heap[parent]!)) break;
      put(at, heap[parent]!, aboveS);
      at = parent;
    }
    put(at, building, own);
  }

  function sink(start: number, building: number): void {
    const own = timeS[building]!;
    let at = start;
    for (;;) {
      let child = 4 * at + 1;
      if (child >= size) break;
      const end = Math.min(size, child + 4);
      let belowS = heapS[child]!;
      for (let other = child + 1; other < end; other++) {
        const otherS = heapS[other]!;
        if (otherS > belowS || (otherS === belowS && heap[other]! > heap[child]!)) continue;
        child = other;
        belowS = otherS;
      }
      if (own < belowS || (own === belowS && building < heap[child]!)) break;
      put(at, heap[child]!, belowS);
      at = child;
    }
    put(at, building, own);
  }

  function put(at: number, building: number, time: number): void {
    heap[at] = building;
    heapS[at] = time;
    place[building] = at;
  }

  function remove(building: number): void {
    const at = place[building]!;
    place[building] = -1;
    size--;
    if (at === size) return;
    const last = heap[size]!;
    const aboveS = at > 0 ? heapS[(at - 1) >> 2]! : -Infinity;
    const lastS = timeS[last]!;
    if (lastS < aboveS || (lastS === aboveS && last < heap[(at - 1) >> 2]!)) rise(at, last);
    else sink(at, last);
  }

  function update(building: number): void {
    const at = place[building]!;
    const time = timeS[building]!;
    if (time === Infinity) {
      if (at >= 0) remove(building);
    } else if (at < 0) rise(size++, building);
    else if (time < heapS[at]!) rise(at, building);
    else sink(at, building);
  }

  return {
    timeS,
    size: () => size,
    first: () => (size > 0 ? heap[0]! : -1),
    update,
    set(building, time) {
      timeS[building] = time;
      update(building);
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
