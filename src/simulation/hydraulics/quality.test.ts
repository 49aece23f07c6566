import { describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { anInp, type Supply } from './a-supply.ts';
import { openWaterModel } from './open-model.ts';
import type { WaterModel } from './parts.ts';
import { ChangeError } from './prepare.ts';
import { type Quality, type QualityOutcome, runQuality } from './quality.ts';
import { solveOnce } from './solve.ts';

/** 1,000 m of 200 mm carry 10 L/s from the first reservoir; the second one's half kilometre as much. */
const supply: Supply = {
  junctions: { J: [0, 10], K: [0, 10] },
  reservoirs: { R: 60, S: 60 },
  pipes: { r: ['R', 'J', 1000, 200], s: ['S', 'K', 500, 200] },
};
const TRAVEL_S = (1000 * (Math.PI / 4) * 0.2 ** 2) / 0.01;

function run(model: WaterModel, quality: Quality, warmUpS = 0) {
  const options = { changes: noChanges, state: undefined, pressureDriven: undefined };
  const steps = runQuality(model, { ...options, quality, horizonS: 86_400, warmUpS });
  let last = new Float64Array();
  let outcome: QualityOutcome | undefined;
  while (!outcome) {
    const { done, value } = steps.next();
    if (done) outcome = value;
    else if (value.phase === 'quality') last = Float64Array.from(value.values);
  }
  return { last, outcome };
}

const filesOf = (model: WaterModel): readonly string[] =>
  (
    model.workspace.instance as unknown as { FS: { readdir(path: string): readonly string[] } }
  ).FS.readdir('/');

describe('quality', () => {
  it('makes water as old as it travels', async () => {
    const model = await openWaterModel(anInp(supply));
    const { last, outcome } = run(model, { kind: 'age' });
    // Water is told apart by the quality step of 300 s and the tolerance of 0.1 h.
    expect(Math.abs(last[0]! - TRAVEL_S)).toBeLessThan(360);
    expect(Math.abs(last[1]! - TRAVEL_S / 2)).toBeLessThan(360);
    expect(outcome.massBalance).toBeCloseTo(1, 3);
    model.close();
  });

  it('lets chlorine decay by e^−kt', async () => {
    const model = await openWaterModel(anInp(supply));
    const decayPerS = 1e-4;
    const { last } = run(model, { kind: 'chlorine', sourceKgM3: 5e-4, decayPerS });
    expect(last[0]).toBeCloseTo(5e-4 * Math.exp(-decayPerS * TRAVEL_S), 5);
    expect(last[1]).toBeCloseTo(5e-4 * Math.exp((-decayPerS * TRAVEL_S) / 2), 5);
    model.close();
  });

  it('tells whose water arrives', async () => {
    const model = await openWaterModel(anInp(supply));
    const { last } = run(model, { kind: 'source', node: 'R' });
    expect([...last].slice(0, 2)).toEqual([expect.closeTo(1, 6), expect.closeTo(0, 6)]);
    model.close();
  });

  it('adds what two sources give to a whole', async () => {
    const mixed: Supply = { ...supply, pipes: { ...supply.pipes, t: ['J', 'K', 300, 150] } };
    const model = await openWaterModel(anInp(mixed));
    const ofR = run(model, { kind: 'source', node: 'R' }).last;
    const ofS = run(model, { kind: 'source', node: 'S' }).last;
    for (const node of [0, 1]) expect(ofR[node]! + ofS[node]!).toBeCloseTo(1, 6);
    model.close();
  });

  it('begins with the water of the days before where it is let run ahead', async () => {
    const stored: Supply = {
      ...supply,
      tanks: { T: [55, 2, 0, 10, 20] },
      pipes: { ...supply.pipes, t: ['T', 'J', 100, 200] },
    };
    const model = await openWaterModel(anInp(stored));
    const tank = model.nodeIndex.get('T')! - 1;
    const cold = run(model, { kind: 'age' }).last[tank]!;
    const warm = run(model, { kind: 'age' }, 86_400).last[tank]!;
    expect(warm).toBeGreaterThan(cold + 30_000);
    model.close();
  });

  it('leaves no file in EPANET’s memory, and the model as it was', async () => {
    const model = await openWaterModel(anInp(supply));
    const instant = { changes: noChanges, state: undefined, pressureDriven: undefined };
    const before = [...solveOnce(model, instant).headM];
    const files = filesOf(model);
    for (let turn = 0; turn < 5; turn += 1) run(model, { kind: 'age' }, 3600);
    expect(filesOf(model)).toEqual(files);
    model.warmth.isWarm = false;
    expect([...solveOnce(model, instant).headM]).toEqual(before);
    model.close();
  });

  it('names a source that is not there and leaves the model usable', async () => {
    const model = await openWaterModel(anInp(supply));
    expect(() => run(model, { kind: 'source', node: 'Q' })).toThrow(ChangeError);
    expect(run(model, { kind: 'age' }).outcome.failure).toBeUndefined();
    model.close();
  });
});
