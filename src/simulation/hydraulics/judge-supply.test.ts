import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { aGrid, anInp } from './a-supply.ts';
import { findFed, judgeSupply, SUPPLY_FULL, SUPPLY_LOW, SUPPLY_NONE } from './judge-supply.ts';
import { openWaterModel } from './open-model.ts';
import { solveOnce } from './solve.ts';

const JUNCTION = 0;
const RESERVOIR = 1;

/** Spreads from the sources until nothing changes. */
function spread(nodeType: Uint8Array, from: Uint32Array, to: Uint32Array, isOpen: Uint8Array) {
  const isFed = nodeType.map((type) => Number(type !== JUNCTION));
  for (let turn = 0; turn < nodeType.length; turn += 1) {
    for (let link = 0; link < from.length; link += 1) {
      if (isOpen[link] === 0) continue;
      const any = Math.max(isFed[from[link]! - 1]!, isFed[to[link]! - 1]!);
      isFed[from[link]! - 1] = any;
      isFed[to[link]! - 1] = any;
    }
  }
  return isFed;
}

describe('judging supply', () => {
  it('finds what any open way joins with a source, as spreading from it does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(JUNCTION, JUNCTION, JUNCTION, RESERVOIR), {
          minLength: 2,
          maxLength: 30,
        }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 60 }),
        (types, links) => {
          const nodeType = Uint8Array.from(types);
          const end = (index: number) => (index % types.length) + 1;
          const linkFrom = Uint32Array.from(links, ([from]) => end(from));
          const linkTo = Uint32Array.from(links, ([, to]) => end(to));
          const isOpen = Uint8Array.from(links, ([, , open]) => Number(open));
          expect([...findFed({ nodeType, linkFrom, linkTo }, isOpen)]).toEqual([
            ...spread(nodeType, linkFrom, linkTo, isOpen),
          ]);
        },
      ),
    );
  });

  it('gives no supply to a pocket behind closed pipes, whatever head EPANET leaves there', async () => {
    const model = await openWaterModel(anInp(aGrid(3, () => 0)));
    const snapshot = solveOnce(model, {
      changes: { ...noChanges, closedLinks: ['P2-2h', 'P2-2v'] },
      state: undefined,
      pressureDriven: undefined,
    });
    const supply = judgeSupply(model, snapshot);
    expect(supply[model.nodeIndex.get('J2-2')! - 1]).toBe(SUPPLY_NONE);
    expect(supply[model.nodeIndex.get('J2-1')! - 1]).toBe(SUPPLY_FULL);
    model.close();
  });

  it('calls low what has less than 20 psi and none what has no pressure', async () => {
    const model = await openWaterModel(
      anInp({
        junctions: { well: [0, 1], low: [42, 1], dry: [60, 1] },
        reservoirs: { R: 50 },
        pipes: {
          a: ['R', 'well', 10, 300],
          b: ['well', 'low', 10, 300],
          c: ['low', 'dry', 10, 300],
        },
      }),
    );
    const options = { changes: noChanges, state: undefined };
    const snapshot = solveOnce(model, {
      ...options,
      pressureDriven: { minimumM: 0, requiredM: 20 },
    });
    expect([...judgeSupply(model, snapshot)]).toEqual([
      ...[SUPPLY_FULL, SUPPLY_LOW, SUPPLY_NONE, SUPPLY_FULL],
    ]);
    model.close();
  });
});
