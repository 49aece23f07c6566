// What a network's sources reach: over pipes both ways, over regulators, pumps and check valves one way.

import type { FlowNetwork } from './network-flow.ts';

/** 1 for each node that a node of given potential reaches through links that are not closed. */
export function findSupplied(network: FlowNetwork): Uint8Array {
  const { fixed, from, to, isClosed, isOneWay, kept } = network;
  const count = fixed.length;
  const start = new Uint32Array(count + 1);
  for (let link = 0; link < from.length; link++) {
    start[from[link]! + 1]!++;
    start[to[link]! + 1]!++;
  }
  for (let node = 0; node < count; node++) start[node + 1]! += start[node]!;
  const next = start.slice(0, count);
  const around = new Uint32Array(from.length * 2);
  for (let link = 0; link < from.length; link++) {
    around[next[from[link]!]!++] = link;
    around[next[to[link]!]!++] = link;
  }
  const isSupplied = new Uint8Array(count);
  const stack: number[] = [];
  for (let node = 0; node < count; node++) {
    if (Number.isNaN(fixed[node]!)) continue;
    isSupplied[node] = 1;
    stack.push(node);
  }
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const link = around[at]!;
      if (isClosed[link] === 1) continue;
      const isOnlyForward = isOneWay[link] === 1 || !Number.isNaN(kept[link]!);
      const other = from[link] === node ? to[link]! : from[link]!;
      if (isSupplied[other] === 1 || (isOnlyForward && from[link] !== node)) continue;
      isSupplied[other] = 1;
      stack.push(other);
    }
  }
  return isSupplied;
}
