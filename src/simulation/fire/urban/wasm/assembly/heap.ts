// Which building burns next: the heap of ../../event-heap.ts. s; ties by the lower number.

import { bySAt, heapAt, heapTimeAt, PLACE, recordOf } from './memory';

export let waiting: i32 = 0;

export function emptyHeap(): void {
  waiting = 0;
}

export function first(): i32 {
  return waiting > 0 ? load<i32>(heapAt) : -1;
}

export function firstS(): f64 {
  return waiting > 0 ? load<f64>(heapTimeAt) : Infinity;
}

/** After the time of a building has changed; ∞ takes it out. */
export function update(building: i32): void {
  const at = load<i32>(recordOf(building), PLACE);
  const time = load<f64>(bySAt + (<usize>building << 3));
  if (time == Infinity) {
    if (at >= 0) remove(building, at);
  } else if (at < 0) rise(waiting++, building, time);
  else if (time < load<f64>(heapTimeAt + (<usize>at << 3))) rise(at, building, time);
  else sink(at, building, time);
}

// @ts-ignore: decorator
@inline
function put(at: i32, building: i32, time: f64): void {
  store<i32>(heapAt + (<usize>at << 2), building);
  store<f64>(heapTimeAt + (<usize>at << 3), time);
  store<i32>(recordOf(building), at, PLACE);
}

function rise(start: i32, building: i32, own: f64): void {
  let at = start;
  while (at > 0) {
    const parent = (at - 1) >> 2;
    const above = load<f64>(heapTimeAt + (<usize>parent << 3));
    const other = load<i32>(heapAt + (<usize>parent << 2));
    if (own > above || (own == above && building > other)) break;
    put(at, other, above);
    at = parent;
  }
  put(at, building, own);
}

function sink(start: i32, building: i32, own: f64): void {
  let at = start;
  for (;;) {
    let child = 4 * at + 1;
    if (child >= waiting) break;
    const end = min(waiting, child + 4);
    let below = load<f64>(heapTimeAt + (<usize>child << 3));
    let other = load<i32>(heapAt + (<usize>child << 2));
    for (let next = child + 1; next < end; next++) {
      const nextS = load<f64>(heapTimeAt + (<usize>next << 3));
      if (nextS > below) continue;
      const candidate = load<i32>(heapAt + (<usize>next << 2));
      if (nextS == below && candidate > other) continue;
      child = next;
      below = nextS;
      other = candidate;
    }
    if (own < below || (own == below && building < other)) break;
    put(at, other, below);
    at = child;
  }
  put(at, building, own);
}

function remove(building: i32, at: i32): void {
  store<i32>(recordOf(building), -1, PLACE);
  waiting--;
  if (at == waiting) return;
  const last = load<i32>(heapAt + (<usize>waiting << 2));
  const lastS = load<f64>(heapTimeAt + (<usize>waiting << 3));
  const parent = (at - 1) >> 2;
  const above = at > 0 ? load<f64>(heapTimeAt + (<usize>parent << 3)) : -Infinity;
  const isEarlier =
    at > 0 && (lastS < above || (lastS == above && last < load<i32>(heapAt + (<usize>parent << 2))));
  if (isEarlier) rise(at, last, lastS);
  else sink(at, last, lastS);
}
