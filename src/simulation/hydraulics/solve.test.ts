import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import { aGrid, anInp } from './a-supply.ts';
import { findFed, judgeSupply, SUPPLY_NONE } from './judge-supply.ts';
import { openWaterModel } from './open-model.ts';
import { isFailure, type SolveOptions, type WaterModel, type WaterSnapshot } from './parts.ts';
import { ChangeError } from './prepare.ts';
import { runPrepared, solveOnce, trySolve } from './solve.ts';

const pressureDriven = { minimumM: 0, requiredM: 20 };
const changed = (changes: Partial<NetworkChanges>): SolveOptions => ({
  changes: { ...noChanges, ...changes },
  state: undefined,
  pressureDriven,
});
const normal = changed({});

/** Largest |inflow − outflow − demand − emitters| of a junction, m³/s. */
function imbalance(model: WaterModel, snapshot: WaterSnapshot, isFed: Uint8Array): number {
  const net = new Float64Array(model.nodeIds.length);
  for (const [link, flow] of snapshot.flowM3s.entries()) {
    net[model.linkFrom[link]! - 1]! -= flow;
    net[model.linkTo[link]! - 1]! += flow;
  }
  return Math.max(
    ...net.map(
      (inflow, node) =>
        isFed[node]! * Math.abs(inflow - snapshot.demandM3s[node]! - snapshot.emitterM3s[node]!),
    ),
  );
}

describe('solving an instant', () => {
  it('keeps water at every node of any network, whatever is closed, burst or taken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          side: fc.integer({ min: 2, max: 5 }),
          demand: fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths / 100),
          closed: fc.nat(),
          burst: fc.nat(),
          areaM2: fc.double({ min: 0, max: 0.02, noNaN: true }),
          taken: fc.double({ min: 0, max: 0.02, noNaN: true }),
        }),
        async ({ side, demand, closed, burst, areaM2, taken }) => {
          const model = await openWaterModel(anInp(aGrid(side, (row) => demand * (1 + row))));
          const at = (index: number) => model.linkIds[index % model.linkIds.length] ?? '';
          const outcome = trySolve(
            model,
            changed({
              closedLinks: [at(closed)],
              bursts: [{ link: at(burst), share: 0.7, areaM2 }],
              extraDemands: [{ node: 'J1-1', flowM3s: taken }],
            }),
          );
          if (isFailure(outcome)) throw new Error(outcome.reason);
          // What is cut off has no flows that could be found.
          const isFed = findFed(model, outcome.isOpen);
          expect(imbalance(model, outcome, isFed)).toBeLessThan(1e-6);
          model.close();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gives the same bytes for the same inputs', async () => {
    const inp = anInp(aGrid(5, (row, column) => row + column / 3));
    const solve = async () => {
      const model = await openWaterModel(inp);
      const { headM, flowM3s } = solveOnce(model, normal);
      model.close();
      return [...headM, ...flowM3s];
    };
    expect(await solve()).toEqual(await solve());
  });

  it('finds warm what it finds cold', async () => {
    const model = await openWaterModel(anInp(aGrid(6, () => 0.7)));
    const closed = changed({ closedLinks: ['P2-2h', 'P3-1v'] });
    const cold = solveOnce(model, closed);
    solveOnce(model, normal);
    expect(model.warmth.isWarm).toBe(true);
    const warm = solveOnce(model, closed);
    for (const [node, head] of cold.headM.entries()) expect(warm.headM[node]).toBeCloseTo(head, 4);
    expect(warm.iterations).toBeLessThanOrEqual(cold.iterations);
    model.close();
  });

  it('leaves nothing behind of what an incident changed', async () => {
    const model = await openWaterModel(anInp(aGrid(3, () => 1)));
    const before = solveOnce(model, normal);
    solveOnce(model, {
      changes: {
        ...noChanges,
        closedLinks: ['P1-1h'],
        bursts: [{ link: 'P2-2v', share: 0.1, areaM2: 0.003 }],
        extraDemands: [{ node: 'J2-2', flowM3s: 0.01 }],
      },
      state: {
        patternS: 3600,
        tankLevelM: new Map(),
        pumps: new Map(),
        demandFactor: 2,
        nodeFactor: new Map([['J0-1', 3]]),
      },
      pressureDriven: { minimumM: 5, requiredM: 30 },
    });
    model.warmth.isWarm = false;
    const after = solveOnce(model, normal);
    expect([...after.headM]).toEqual([...before.headM]);
    model.close();
  });

  it('scales all demands, and those of single nodes besides', async () => {
    const model = await openWaterModel(anInp(aGrid(2, () => 1)));
    const { demandM3s } = solveOnce(model, {
      ...normal,
      state: {
        patternS: 0,
        tankLevelM: new Map(),
        pumps: new Map(),
        demandFactor: 2,
        nodeFactor: new Map([['J1-1', 1.5]]),
      },
    });
    expect(demandM3s[0]).toBeCloseTo(0.002, 7);
    expect(demandM3s[3]).toBeCloseTo(0.003, 7);
    model.close();
  });

  it('takes water at a hydrant that no pattern or multiplier of the file changes', async () => {
    const inp = anInp({
      ...aGrid(2, () => 0),
      more: '[PATTERNS]\n 1 0.25 0.5',
      options: ' Pattern 1\n Demand Multiplier 3',
    });
    const model = await openWaterModel(inp);
    const { demandM3s } = solveOnce(
      model,
      changed({ extraDemands: [{ node: 'J1-1', flowM3s: 0.008 }] }),
    );
    expect(demandM3s[3]).toBeCloseTo(0.008, 7);
    model.close();
  });

  it('closes a check valve pipe, which EPANET itself refuses to', async () => {
    const supply = aGrid(2, () => 1);
    const pipes = { ...supply.pipes, 'P-R': ['R', 'J0-0', 100, 300, 'CV'] as const };
    const model = await openWaterModel(anInp({ ...supply, pipes }));
    const { flowM3s } = solveOnce(model, changed({ closedLinks: ['P-R'] }));
    expect(Math.abs(flowM3s[model.linkIndex.get('P-R')! - 1]!)).toBeLessThan(1e-6);
    model.close();
  });

  it.each(['PRV 20', 'PSV 40', 'FCV 2', 'TCV 10', 'PBV 5', 'GPV G'])(
    'closes a valve of kind and setting %s and lets it regulate again',
    async (kind) => {
      const inp = anInp({
        ...{ junctions: { A: [0, 0], B: [0, 3] }, reservoirs: { R: 50 } },
        pipes: { p: ['R', 'A', 100, 200] },
        more: `[VALVES]\n V A B 150 ${kind} 0\n[CURVES]\n G 1 1\n G 5 10`,
      });
      const model = await openWaterModel(inp);
      const before = solveOnce(model, normal);
      const closed = solveOnce(model, changed({ closedLinks: ['V'] }));
      expect(closed.isOpen[model.linkIndex.get('V')! - 1]).toBe(0);
      expect(closed.demandM3s[1]).toBeCloseTo(0, 6);
      model.warmth.isWarm = false;
      const after = solveOnce(model, normal);
      expect([...after.headM]).toEqual([...before.headM]);
      expect(after.isOpen[model.linkIndex.get('V')! - 1]).toBe(1);
      model.close();
    },
  );

  it.each<[string, Partial<NetworkChanges>, string]>([
    ['a link', { closedLinks: ['P-9'] }, 'P-9'],
    ['a pump', { stoppedPumps: ['U-7'] }, 'U-7'],
    ['a valve', { closedValves: ['V-1'] }, 'V-1'],
    ['a node', { extraDemands: [{ node: 'J-8', flowM3s: 1 }] }, 'J-8'],
    ['a burst', { bursts: [{ link: 'P-5', share: 0.5, areaM2: 0.1 }] }, 'P-5'],
    ['a hole', { bursts: [{ link: 'P1-1h', share: 1.5, areaM2: 0.1 }] }, 'P1-1h'],
    ['a reservoir', { extraDemands: [{ node: 'R', flowM3s: 1 }] }, 'R'],
  ])('names %s that is not there or makes no sense', async (_, changes, id) => {
    const model = await openWaterModel(anInp(aGrid(2, () => 1)));
    const before = solveOnce(model, normal);
    const attempt = () => trySolve(model, changed({ closedLinks: ['P1-1v'], ...changes }));
    expect(attempt).toThrow(ChangeError);
    expect(attempt).toThrow(id);
    model.warmth.isWarm = false;
    expect([...solveOnce(model, normal).headM]).toEqual([...before.headM]);
    model.close();
  });

  it('refuses a valve that is opened and closed at once', async () => {
    const valves = new Map([['V', { link: 'P1-1h', node: 'J1-0' }]]);
    const model = await openWaterModel(anInp(aGrid(2, () => 1)), { valves });
    const both = changed({ openedValves: ['V'], closedValves: ['V'] });
    expect(() => trySolve(model, both)).toThrow('Valve V is said to be opened and closed.');
    model.close();
  });

  it('opens a pipe that is usually closed where its valve was opened', async () => {
    const supply = aGrid(2, () => 1);
    const pipes = { ...supply.pipes, 'P1-1h': ['J1-0', 'J1-1', 120, 150, 'Closed'] as const };
    const valves = new Map([['V', { link: 'P1-1h', node: 'J1-0' }]]);
    const model = await openWaterModel(anInp({ ...supply, pipes }), { valves });
    const pipe = model.linkIndex.get('P1-1h')! - 1;
    expect(solveOnce(model, normal).isOpen[pipe]).toBe(0);
    expect(solveOnce(model, changed({ openedValves: ['V'] })).isOpen[pipe]).toBe(1);
    model.close();
  });

  it('gives no supply and no error where every source is cut off', async () => {
    const model = await openWaterModel(anInp(aGrid(5, () => 0.01)));
    const snapshot = solveOnce(model, changed({ closedLinks: ['P-R'] }));
    const supply = [...judgeSupply(model, snapshot)];
    expect(supply.slice(0, 25)).toEqual(Array(25).fill(SUPPLY_NONE));
    model.close();
  });

  it('says where flows did not balance, as a result and not as an exception', async () => {
    const supply = aGrid(5, () => 4);
    const model = await openWaterModel(
      anInp({ ...supply, options: ' Trials 1\n Unbalanced Stop' }),
    );
    const outcome = trySolve(model, { ...normal, pressureDriven: undefined });
    if (!isFailure(outcome)) throw new Error('it balanced');
    expect(outcome.reason).toMatch(/no balance/);
    expect(outcome.where.length).toBeGreaterThan(0);
    const known = [...model.nodeIds, ...model.linkIds];
    for (const id of outcome.where) expect(known).toContain(id);
    model.close();
  });

  it('runs a prepared state many times without growing it', async () => {
    const model = await openWaterModel(anInp(aGrid(3, () => 1)));
    const first = runPrepared(model);
    for (let turn = 0; turn < 20; turn += 1) runPrepared(model);
    const last = runPrepared(model);
    if (isFailure(first) || isFailure(last)) throw new Error('it failed');
    for (const [node, head] of first.headM.entries()) expect(last.headM[node]).toBeCloseTo(head, 5);
    model.close();
  });
});
