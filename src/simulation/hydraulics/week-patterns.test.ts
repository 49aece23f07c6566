import { describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { anInp } from './a-supply.ts';
import { demandAt } from './demands.ts';
import { openWaterModel } from './open-model.ts';
import { solveOnce } from './solve.ts';

const DAY_S = 86_400;
const line = (id: string, factor: number) => ` ${id} ${Array(24).fill(factor).join(' ')}`;
const inp = anInp({
  junctions: { J: [0, 0], K: [0, 0] },
  reservoirs: { R: 50 },
  pipes: { p: ['R', 'J', 10, 200], q: ['J', 'K', 10, 200] },
  more: [
    '[DEMANDS]\n J 1 home\n K 1 shop',
    `[PATTERNS]\n${line('home', 1)}\n${line('homeWeekend', 3)}\n${line('shop', 2)}`,
  ].join('\n'),
});

describe('patterns of weekends', () => {
  it('stand in on Saturday and Sunday where the file has them, and nowhere else', async () => {
    const model = await openWaterModel(inp);
    const at = (day: number, hour: number) => {
      const patternS = day * DAY_S + hour * 3600;
      const state = { patternS, tankLevelM: new Map(), pumps: new Map(), demandFactor: 1 };
      const { demandM3s } = solveOnce(model, {
        ...{ changes: noChanges, state, pressureDriven: undefined },
      });
      const expected = demandAt(model, patternS);
      expect(demandM3s[0]).toBeCloseTo(expected[0]!, 9);
      return [...demandM3s.subarray(0, 2)].map((flow) => Math.round(flow * 1e6) / 1000);
    };
    expect(at(4, 23)).toEqual([1, 2]);
    expect(at(5, 0)).toEqual([3, 2]);
    expect(at(6, 23)).toEqual([3, 2]);
    expect(at(7, 0)).toEqual([1, 2]);
    model.close();
  });
});
