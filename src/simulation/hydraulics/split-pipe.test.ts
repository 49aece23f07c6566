import { CountType } from 'epanet-js';
import { describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { aGrid, anInp, type Supply } from './a-supply.ts';
import { openWaterModel } from './open-model.ts';
import type { WaterModel } from './parts.ts';
import { orificeCoefficient } from './prepare.ts';
import { solveOnce } from './solve.ts';
import { cutPipes } from './split-pipe.ts';

const bursts = [{ link: 'P1-1h', share: 0.25, areaM2: 0.002 }];
const valves = new Map([
  ['near', { link: 'P1-1h', node: 'J1-0' }],
  ['far', { link: 'P1-1h', node: 'J1-1' }],
]);
const open = () =>
  openWaterModel(
    anInp({ ...aGrid(3, () => 0.5), tanks: { T: [40, 3, 0, 5, 10] }, pipes: withTank }),
    {
      valves,
    },
  );
const withTank = { ...aGrid(3, () => 0).pipes, 'P-T': ['J2-2', 'T', 100, 150] as const };

const solve = (model: WaterModel, closedValves: readonly string[] = []) =>
  solveOnce(model, {
    changes: { ...noChanges, bursts, closedValves },
    state: undefined,
    pressureDriven: { minimumM: 0, requiredM: 20 },
  });

function burstFlow(model: WaterModel, closedValves: readonly string[] = []): number {
  const node = model.splits.get('P1-1h')?.node ?? 0;
  return solve(model, closedValves).emitterM3s[node - 1] ?? Number.NaN;
}

describe('a pipe cut at its burst', () => {
  it('lets out what an orifice does at the pressure there', async () => {
    const model = await open();
    const cut = cutPipes(model, bursts);
    const { node } = cut.model.splits.get('P1-1h')!;
    const { pressureM, emitterM3s } = solve(cut.model);
    const expected = (orificeCoefficient(0.002) / 1000) * Math.sqrt(pressureM[node - 1]!);
    expect(emitterM3s[node - 1]).toBeCloseTo(expected, 7);
    cut.join();
    model.close();
  });

  it('is right at 40 m where emitters of the file follow another exponent', async () => {
    const supply: Supply = {
      junctions: { J: [0, 0], K: [0, 0] },
      reservoirs: { R: 40 },
      pipes: { p: ['R', 'J', 1, 1000], q: ['J', 'K', 1, 1000] },
      more: '[EMITTERS]\n K 0.001',
      options: ' Emitter Exponent 1.1',
    };
    const model = await openWaterModel(anInp(supply));
    const hole = [{ link: 'q', share: 0.5, areaM2: 0.001 }];
    const cut = cutPipes(model, hole);
    const { emitterM3s } = solveOnce(cut.model, {
      changes: { ...noChanges, bursts: hole },
      state: undefined,
      pressureDriven: undefined,
    });
    const expected = (orificeCoefficient(0.001) / 1000) * Math.sqrt(40);
    expect(emitterM3s[cut.model.splits.get('q')!.node - 1]).toBeCloseTo(expected, 4);
    model.close();
  });

  it('stays fed from the other end until the valve there is closed, too', async () => {
    const model = await open();
    const cut = cutPipes(model, bursts);
    const both = burstFlow(cut.model);
    const fromFar = burstFlow(cut.model, ['near']);
    const fromNear = burstFlow(cut.model, ['far']);
    expect(fromFar).toBeGreaterThan(0.9 * both);
    expect(fromFar).toBeLessThan(both);
    expect(fromNear).toBeGreaterThan(0.9 * both);
    expect(burstFlow(cut.model, ['near', 'far'])).toBeLessThan(1e-6);
    cut.join();
    model.close();
  });

  it('joins places and lengths as they were', async () => {
    const model = await open();
    const cut = cutPipes(model, bursts);
    const { node, rest } = cut.model.splits.get('P1-1h')!;
    const link = cut.model.linkIndex.get('P1-1h')!;
    expect(cut.model.lengthM[link - 1]).toBeCloseTo(30, 9);
    expect(cut.model.lengthM[rest - 1]).toBeCloseTo(90, 9);
    expect(cut.model.linkTo[link - 1]).toBe(node);
    expect(cut.model.nodeIds[cut.model.linkTo[rest - 1]! - 1]).toBe('J1-1');
    expect(cut.model.nodeIds[cut.model.nodeIndex.get('T')! - 1]).toBe('T');
    for (const [index, id] of cut.model.nodeIds.entries()) {
      expect(cut.model.project.getNodeId(index + 1)).toBe(id);
    }
    cut.join();
    model.close();
  });

  it('is the same model as before once it is joined', async () => {
    const model = await open();
    const options = { changes: noChanges, state: undefined, pressureDriven: undefined };
    const before = solveOnce(model, options);
    for (let turn = 0; turn < 30; turn += 1) {
      const cut = cutPipes(model, [
        { link: 'P1-1h', share: (turn % 11) / 10, areaM2: 0.01 },
        { link: 'P2-2v', share: 0.5, areaM2: 0.01 },
      ]);
      expect(cut.model.splits.size).toBe(2);
      cut.join();
    }
    expect(model.project.getCount(CountType.NodeCount)).toBe(model.nodeIds.length);
    expect(model.project.getCount(CountType.LinkCount)).toBe(model.linkIds.length);
    expect([...solveOnce(model, options).headM]).toEqual([...before.headM]);
    model.close();
  });

  it('gives way to another one as if it had never been', async () => {
    const others = [
      { link: 'P2-2v', share: 0.7, areaM2: 0.004 },
      { link: 'P-T', share: 0.1, areaM2: 0.001 },
    ];
    const options = { state: undefined, pressureDriven: undefined };
    const asked = { ...options, changes: { ...noChanges, bursts: others } };
    const [model, fresh] = [await open(), await open()];
    const cut = cutPipes(model, bursts).cutOthers(others);
    const expected = cutPipes(fresh, others).model;
    expect([...cut.model.splits]).toEqual([...expected.splits]);
    expect(cut.model.nodeIds.map((id) => cut.model.nodeIndex.get(id))).toEqual(
      cut.model.nodeIds.map((_, at) => at + 1),
    );
    expect(cut.model.linkIds.map((id) => cut.model.linkIndex.get(id))).toEqual(
      cut.model.linkIds.map((_, at) => at + 1),
    );
    expect([...solveOnce(cut.model, asked).headM]).toEqual([...solveOnce(expected, asked).headM]);
    cut.join();
    const calm = { ...options, changes: noChanges };
    expect([...solveOnce(model, calm).headM]).toEqual([...solveOnce(await open(), calm).headM]);
    model.close();
  });

  it('joins again in a file that traces a source', async () => {
    const model = await openWaterModel(
      anInp({ ...aGrid(2, () => 1), options: ' Quality Trace R' }),
    );
    for (let turn = 0; turn < 3; turn += 1) cutPipes(model, bursts).join();
    expect(model.project.getCount(CountType.NodeCount)).toBe(5);
    model.close();
  });

  it('refuses a burst of what is no pipe', async () => {
    const model = await open();
    const attempt = () => cutPipes(model, [{ link: 'Q', share: 0.5, areaM2: 1 }]);
    expect(attempt).toThrow('The model has no link Q.');
    expect(
      solveOnce(model, { changes: noChanges, state: undefined, pressureDriven: undefined })
        .iterations,
    ).toBeGreaterThan(0);
    model.close();
  });
});
