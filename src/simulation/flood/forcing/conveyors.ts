// What takes water at one place and gives it at another: pumps that start and stop at depths, culverts that flow as
// their levels drive them. Depths and levels m, flows m³/s. What a pump without `to` takes leaves the domain.

import { cellAt, distance } from './lines.ts';
import { culvertFlow } from './openings.ts';
import { FAST_S, type Operator, type Workshop, window } from './operator.ts';
import type { CulvertStructure, PumpStructure } from './parts.ts';
import { createPool, most } from './pool.ts';

/** A sump that holds a pump's flow for so long at a depth of 1 m. */
const SUMP_S = 20;
const LEAST_POOL_M2 = 20;

export function createPump(part: PumpStructure, shop: Workshop): Operator {
  const { grid, book } = shop;
  const from = cellAt(grid, shop.toGrid(part.from));
  const sump = createPool(shop, [from], Math.max(LEAST_POOL_M2, part.flowM3s * SUMP_S));
  const to = part.to
    ? createPool(shop, [cellAt(grid, shop.toGrid(part.to))], Math.max(LEAST_POOL_M2, part.flowM3s))
    : undefined;
  const slot = book.slotOf(from);
  const numbers = { flowM3s: 0, volumeM3: 0, isOn: 0 };
  const times = window(part.fromS);
  return {
    ...{ part, numbers, longestS: FAST_S, readsCells: true },
    ...times,
    prepare({ timeS, seconds }) {
      numbers.flowM3s = 0;
      if (times.phase(timeS) !== 'working') return;
      const depth = book.depthM(slot);
      if (depth >= part.startDepthM) numbers.isOn = 1;
      else if (depth <= part.stopDepthM) numbers.isOn = 0;
      if (numbers.isOn === 0) return;
      numbers.flowM3s = sump.take(part.flowM3s, seconds);
      to?.give(numbers.flowM3s);
    },
    detail: () => ({ isOn: numbers.isOn }),
  };
}

export function createCulvert(part: CulvertStructure, shop: Workshop): Operator {
  const { grid, land } = shop;
  const ends = [shop.toGrid(part.from), shop.toGrid(part.to)] as const;
  const [from, to] = [cellAt(grid, ends[0]), cellAt(grid, ends[1])];
  const barrel = { ...part, lengthM: Math.max(grid.cellM, distance(...ends) * grid.cellM) };
  const wantedM2 = Math.max(LEAST_POOL_M2, part.count * part.widthM * part.heightM * SUMP_S);
  const pools = [createPool(shop, [from], wantedM2), createPool(shop, [to], wantedM2)] as const;
  const numbers = { flowM3s: 0, volumeM3: 0 };
  return {
    ...{ part, numbers, longestS: FAST_S, readsCells: true },
    ...window(0),
    prepare({ seconds }) {
      const levels = [pools[0].levelM(), pools[1].levelM()] as const;
      numbers.flowM3s = 0;
      const isForward = levels[0] >= levels[1];
      if (!isForward && part.isOneWay) return;
      const [up, down] = isForward ? pools : [pools[1], pools[0]];
      const [high, low] = isForward ? levels : [levels[1], levels[0]];
      const [inlet, outlet] = isForward ? [from, to] : [to, from];
      const above = high - land.bedOf(inlet);
      // A free outlet runs critical, up to the crown.
      const free = land.bedOf(outlet) + (2 / 3) * Math.min(part.heightM, Math.max(0, above));
      const flow = culvertFlow(barrel, above, high - Math.max(low, Math.min(free, high)));
      const got = up.take(Math.min(flow, most(up, down, high - low, seconds)), seconds);
      down.give(got);
      numbers.flowM3s = isForward ? got : -got;
    },
    detail: () => ({}),
  };
}
