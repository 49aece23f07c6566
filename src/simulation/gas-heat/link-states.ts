// What regulators and one-way links do as pressures around them change.

import { FlowError } from './flow-error.ts';
import type { FlowNetwork } from './network-flow.ts';

/** `active`: a regulator keeps its pressure. `open`: it can't, all goes through. `shut`: against the flow. */
export const linkStates = ['out', 'open', 'active', 'shut'] as const;
const [OPEN, ACTIVE, SHUT] = [1, 2, 3] as const;

/** Opens, shuts and puts back to work what the last step calls for; true where anything changed. */
export function changeStates(
  { from, to, isOneWay, kept }: FlowNetwork,
  links: Uint32Array,
  state: Uint8Array,
  flow: Float64Array,
  potential: Float64Array,
  tolerance: number,
): boolean {
  let hasChanged = false;
  for (const link of links) {
    const isRegulator = !Number.isNaN(kept[link]!);
    if (!isRegulator && isOneWay[link] !== 1) continue;
    const before = potential[from[link]!]!;
    const after = potential[to[link]!]!;
    const margin = 1e-9 * Math.abs(before);
    let next: number = state[link]!;
    if (state[link] === SHUT) {
      if (isRegulator && after < kept[link]! - margin && before > after) {
        next = before >= kept[link]! ? ACTIVE : OPEN;
      } else if (!isRegulator && before > after + margin) next = OPEN;
    } else if (flow[link]! < -Math.max(tolerance, 1e-12)) next = SHUT;
    else if (isRegulator && state[link] === ACTIVE && before < kept[link]! - margin) next = OPEN;
    else if (isRegulator && state[link] === OPEN && after > kept[link]! + margin) next = ACTIVE;
    if (next === state[link]) continue;
    state[link] = next;
    if (next === SHUT) flow[link] = 0;
    hasChanged = true;
  }
  return hasChanged;
}

/** Throws where regulators contradict each other or what is given. */
export function checkKept({ fixed, to, kept }: FlowNetwork, links: Uint32Array): void {
  const first = new Map<number, number>();
  for (const link of links) {
    if (Number.isNaN(kept[link]!)) continue;
    if (!Number.isNaN(fixed[to[link]!]!)) {
      throw new FlowError('input', 'A regulator leads to a node whose pressure is given.', {
        links: [link],
        nodes: [to[link]!],
      });
    }
    const other = first.get(to[link]!);
    if (other === undefined) first.set(to[link]!, link);
    else if (kept[other] !== kept[link]) {
      throw new FlowError('input', 'Two regulators keep different pressures at one node.', {
        links: [other, link],
        nodes: [to[link]!],
      });
    }
  }
}
