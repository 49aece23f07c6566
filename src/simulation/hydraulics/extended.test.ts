import { describe, expect, it } from 'vitest';
import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import { anInp, type Supply } from './a-supply.ts';
import { type ExtendedOptions, runExtended } from './extended.ts';
import { openWaterModel } from './open-model.ts';
import type { SolverFailure, WaterModel, WaterSnapshot } from './parts.ts';
import { solveOnce } from './solve.ts';
import { createTankLevels } from './tank-levels.ts';

/** A tank 10 m wide that one customer draws 5 L/s from, and a pump that fills it. */
const supply = (more = ''): Supply => ({
  junctions: { J: [0, 5], K: [0, 0] },
  reservoirs: { R: 5 },
  tanks: { T: [40, 3, 1, 6, 10] },
  pipes: { down: ['T', 'J', 200, 300], rise: ['K', 'T', 100, 300] },
  more: `[PUMPS]\n U R K HEAD H\n[CURVES]\n H 10 45\n${more}`,
});
const controls = '[CONTROLS]\n LINK U OPEN IF NODE T BELOW 2\n LINK U CLOSED IF NODE T ABOVE 5';
const rules = '[RULES]\nRULE fill\nIF TANK T LEVEL BELOW 2.5\nTHEN PUMP U STATUS IS OPEN\n';

const options = (changes: Partial<NetworkChanges> = {}): ExtendedOptions => ({
  changes: { ...noChanges, ...changes },
  state: undefined,
  pressureDriven: { minimumM: 0, requiredM: 20 },
  horizonS: 86_400,
});

function run(model: WaterModel, given: ExtendedOptions) {
  const snapshots: WaterSnapshot[] = [];
  const steps = runExtended(model, given);
  let failure: SolverFailure | undefined;
  for (;;) {
    const { done, value } = steps.next();
    if (!done) snapshots.push(value);
    else {
      failure = value;
      break;
    }
  }
  return { snapshots, failure };
}

describe('an extended period', () => {
  it('empties a tank after its usable water by what is drawn', async () => {
    const model = await openWaterModel(anInp(supply()));
    const tanks = createTankLevels(model);
    for (const snapshot of run(model, options({ stoppedPumps: ['U'] })).snapshots)
      tanks.add(snapshot);
    const usableM3 = (Math.PI / 4) * 100 * 2;
    expect(tanks.levels[0]?.emptyAtS).toBeCloseTo(usableM3 / 0.005, -1);
    model.close();
  });

  it('lets the file’s controls refill the tank while there is power', async () => {
    const model = await openWaterModel(anInp(supply(controls)));
    const tanks = createTankLevels(model);
    for (const snapshot of run(model, options()).snapshots) tanks.add(snapshot);
    expect(tanks.levels[0]?.emptyAtS).toBeUndefined();
    model.close();
  });

  it.each([
    ['controls', controls],
    ['rules', rules],
  ])('lets no %s start a pump without power', async (_, more) => {
    const model = await openWaterModel(anInp(supply(more)));
    const { snapshots } = run(model, options({ stoppedPumps: ['U'] }));
    const pump = model.linkIndex.get('U')! - 1;
    expect(snapshots.map(({ isOpen }) => isOpen[pump])).toEqual(snapshots.map(() => 0));
    expect(snapshots.length).toBeGreaterThan(20);
    model.close();
  });

  it('loses no water: what tanks lose is what customers get and reservoirs give', async () => {
    const model = await openWaterModel(anInp(supply(controls)));
    const { snapshots } = run(model, options());
    const tank = model.nodeIndex.get('T')! - 1;
    for (const [step, snapshot] of snapshots.slice(1).entries()) {
      const before = snapshots[step]!;
      const risenM3 = (Math.PI / 4) * 100 * (snapshot.pressureM[tank]! - before.pressureM[tank]!);
      const inM3 = before.demandM3s[tank]! * (snapshot.timeS - before.timeS);
      expect(risenM3).toBeCloseTo(inM3, 3);
    }
    model.close();
  });

  it('goes on from the measured state with controls awake', async () => {
    const model = await openWaterModel(anInp(supply(controls)));
    const state = {
      patternS: 0,
      tankLevelM: new Map([['T', 4.9]]),
      pumps: new Map([['U', { isRunning: true, speed: 1 }]]),
      demandFactor: 1,
    };
    const { snapshots } = run(model, { ...options(), state });
    const pump = model.linkIndex.get('U')! - 1;
    const running = snapshots.map(({ isOpen }) => isOpen[pump]);
    expect(running[0]).toBe(1);
    expect(running).toContain(0);
    model.close();
  });

  it('gives the same bytes again and leaves the model as it was, also when it is left halfway', async () => {
    const model = await openWaterModel(anInp(supply(controls)));
    const instant = { changes: noChanges, state: undefined, pressureDriven: undefined };
    const before = solveOnce(model, instant);
    const first = run(model, options({ stoppedPumps: ['U'] })).snapshots;
    for (const { timeS } of runExtended(model, options({ closedLinks: ['down'] }))) {
      if (timeS > 7200) break;
    }
    const second = run(model, options({ stoppedPumps: ['U'] })).snapshots;
    expect(second.map(({ headM }) => [...headM])).toEqual(first.map(({ headM }) => [...headM]));
    model.warmth.isWarm = false;
    expect([...solveOnce(model, instant).headM]).toEqual([...before.headM]);
    model.close();
  });
});
