import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import { aGrid, anInp, type Supply } from './a-supply.ts';
import { toLiveState } from './live-state.ts';
import { scaleToMeters } from './metered-areas.ts';
import { openWaterModel } from './open-model.ts';
import { solveOnce } from './solve.ts';

const reading = (
  element: string,
  property: NetworkReading['property'],
  value: number,
  isStale = false,
): NetworkReading => ({
  network: 'water',
  element,
  sensor: `S-${element}`,
  name: element,
  property,
  value,
  timeMs: 0,
  isSimulated: true,
  isStale,
  isAlarm: false,
});

/** A reservoir, a pump and two streets behind a meter each, with a tank before them. */
const town: Supply = {
  junctions: { S: [0, 0], A: [0, 0], A1: [0, 4], A2: [0, 6], B: [0, 0], B1: [0, 5] },
  reservoirs: { R: 10 },
  tanks: { T: [40, 3, 0.5, 5, 12] },
  pipes: {
    rise: ['S', 'T', 100, 300],
    toA: ['S', 'A', 100, 300],
    toB: ['B', 'S', 100, 300],
    a1: ['A', 'A1', 100, 200],
    a2: ['A1', 'A2', 100, 200],
    b1: ['B', 'B1', 100, 200],
  },
  more: '[PUMPS]\n U R S HEAD H\n[CURVES]\n H 20 40\n[CONTROLS]\n LINK U CLOSED IF NODE T ABOVE 2',
};

describe('what sensors say', () => {
  it('puts tanks and pumps where they are measured, against the file’s own controls', async () => {
    const model = await openWaterModel(anInp(town));
    const readings = [reading('T', 'tankLevel', 4.2), reading('U', 'pumpSpeed', 0.95)];
    const { state, stale, unknown } = toLiveState(model, readings, { patternS: 0 });
    expect([stale, unknown]).toEqual([[], []]);
    const { pressureM, isOpen } = solveOnce(model, {
      ...{ changes: noChanges, state, pressureDriven: undefined },
    });
    expect(pressureM[model.nodeIndex.get('T')! - 1]).toBeCloseTo(4.2, 6);
    expect(isOpen[model.linkIndex.get('U')! - 1]).toBe(1);
    model.close();
  });

  it('keeps a level that a gauge reads over the overflow within the tank', async () => {
    const model = await openWaterModel(anInp(town));
    const { state } = toLiveState(model, [reading('T', 'tankLevel', 5.03)], { patternS: 0 });
    const { pressureM } = solveOnce(model, {
      ...{ changes: noChanges, state, pressureDriven: undefined },
    });
    expect(pressureM[model.nodeIndex.get('T')! - 1]).toBeCloseTo(5, 6);
    model.close();
  });

  it('leaves out and names old news, values that are none and elements that it lacks', async () => {
    const model = await openWaterModel(anInp(town));
    const readings = [
      reading('T', 'tankLevel', 1, true),
      reading('U', 'pumpSpeed', Number.NaN),
      reading('X-9', 'waterPressure', 4e5),
    ];
    const { state, stale, unknown } = toLiveState(model, readings, { patternS: 0 });
    expect(stale).toEqual(['S-T', 'S-U']);
    expect(unknown).toEqual(['X-9']);
    expect([state.tankLevelM.size, state.pumps.size, state.demandFactor]).toEqual([0, 0, 1]);
    model.close();
  });

  it('scales each street to its own meter, in whichever direction it counts, and the rest as the whole', async () => {
    const model = await openWaterModel(anInp(town));
    const readings = [reading('toA', 'pipeFlow', 0.012), reading('toB', 'pipeFlow', -0.003)];
    const { state, scale } = toLiveState(model, readings, { patternS: 0 });
    expect(scale.areas.map(({ factor }) => factor)).toEqual([
      expect.closeTo(1.2, 9),
      expect.closeTo(0.6, 9),
    ]);
    expect(state.demandFactor).toBeCloseTo(1, 9);
    const { demandM3s } = solveOnce(model, {
      ...{ changes: noChanges, state, pressureDriven: undefined },
    });
    expect(demandM3s[model.nodeIndex.get('A2')! - 1]).toBeCloseTo(0.0072, 6);
    expect(demandM3s[model.nodeIndex.get('B1')! - 1]).toBeCloseTo(0.003, 6);
    model.close();
  });

  it('takes a closed pipe for the border of a part', async () => {
    const joined = { ...town.pipes, ab: ['A2', 'B1', 50, 200, 'Closed'] as const };
    const model = await openWaterModel(anInp({ ...town, pipes: joined }));
    const { areas } = scaleToMeters(
      model,
      0,
      new Map([
        ['toA', 0.012],
        ['toB', -0.003],
      ]),
    );
    expect(areas.map(({ id }) => id)).toEqual(['A', 'B']);
    model.close();
  });

  it('gives no factor to a part where a burst runs', async () => {
    const model = await openWaterModel(anInp(town));
    const flows = new Map([
      ['toA', 0.05],
      ['toB', -0.003],
    ]);
    const { areas, factor } = scaleToMeters(model, 0, flows, new Set(['A1']));
    expect(areas.map(({ id }) => id)).toEqual(['B']);
    expect(factor).toBeCloseTo(0.6, 9);
    model.close();
  });

  it('finds again the factors that meters were made with', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 3, max: 30 }), { minLength: 4, maxLength: 4 }),
        async (tenths) => {
          const model = await openWaterModel(anInp(aGrid(4, (row) => (row === 3 ? 2 : 1))));
          // A meter on each pipe from one row to the next leaves each row a part of its own.
          const nodeFactor = new Map(
            model.nodeIds.flatMap((id) => {
              const row = /^J(\d)/.exec(id)?.[1];
              return row === undefined ? [] : [[id, (tenths[Number(row)] ?? 10) / 10] as const];
            }),
          );
          const state = {
            ...{ patternS: 0, tankLevelM: new Map(), pumps: new Map(), demandFactor: 1 },
            nodeFactor,
          };
          const { flowM3s } = solveOnce(model, {
            ...{ changes: noChanges, state, pressureDriven: undefined },
          });
          const meters = model.linkIds.flatMap((id, link) =>
            id.endsWith('v') || id === 'P-R' ? [[id, flowM3s[link] ?? 0] as const] : [],
          );
          const { areas } = scaleToMeters(model, 0, new Map(meters));
          expect(areas).toHaveLength(4);
          for (const { id, factor } of areas) expect(factor).toBeCloseTo(nodeFactor.get(id)!, 3);
          model.close();
        },
      ),
      { numRuns: 10 },
    );
  });
});
