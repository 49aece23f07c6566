import { describe, expect, it } from 'vitest';
import { lengthM } from '../kernel/plane.ts';
import { selectFlood } from '../state.ts';
import { aScenario, aStatus, aTown, at } from './a-flood.ts';
import { beginAt } from './begin-at.ts';
import { seek } from './clock.ts';
import { addPoint, cancelDrawing, finishDrawing, removePoint, startDrawing } from './draw.ts';
import { areaM2, turnedOver } from './make-dam-break.ts';
import { placesOf } from './parts.ts';
import { setStatus, startRun } from './runs.ts';

const floodOf = (store: ReturnType<typeof aTown>) => selectFlood(store.getState());

describe('drawing', () => {
  it('runs at once what is drawn first, around its place', () => {
    const store = aTown();
    startDrawing(store, 'burst', { into: 'new' });
    addPoint(store, at(200, 300));
    const { runs, shown, drawing } = floodOf(store);
    expect(drawing).toBeUndefined();
    expect(runs).toHaveLength(1);
    expect(runs[0]?.id).toBe(shown);
    expect(runs[0]?.scenario).toMatchObject({ hazard: 'burst', sources: [{ kind: 'burst' }] });
  });

  it('takes the crest of the levee for a click beside it, and fills the river', () => {
    const store = aTown();
    beginAt(store, 'breach', at(80, 250));
    const { sources } = floodOf(store).runs[0]?.scenario ?? { sources: [] };
    expect(sources.map(({ kind }) => kind)).toEqual(['breach', 'stage']);
    const line = sources[0] ? placesOf(sources[0]) : [];
    expect(lengthM(line)).toBeCloseTo(200, 0);
    expect(line[0]?.[0]).toBeCloseTo(at(50, 0)[0], 6);
  });

  it('keeps a breach where it was clicked when no levee is near', () => {
    const store = aTown();
    beginAt(store, 'breach', at(900, 250));
    const [breach] = floodOf(store).runs[0]?.scenario.sources ?? [];
    expect(breach && placesOf(breach)).toEqual([at(900, 250)]);
  });

  it('adds to the edited scenario and leaves its run as it was', () => {
    const store = aTown();
    startRun(store, aScenario());
    startDrawing(store, 'barrier');
    addPoint(store, at(100, 400));
    addPoint(store, at(100, 600));
    finishDrawing(store);
    const { scenarios, runs } = floodOf(store);
    expect(scenarios[0]?.structures).toMatchObject([
      { kind: 'barrier', name: 'Barrier 1', fromS: 0 },
    ]);
    expect(runs[0]?.scenario.structures).toEqual([]);
  });

  it('steers the run that is shown from its moment on', () => {
    const store = aTown();
    const run = startRun(store, aScenario());
    setStatus(store, aStatus(run, { timeS: 1200 }));
    startDrawing(store, 'barrier', { into: 'run' });
    addPoint(store, at(100, 400));
    addPoint(store, at(100, 600));
    finishDrawing(store);
    const { scenarios, runs } = floodOf(store);
    expect(runs[0]?.scenario.structures).toMatchObject([{ kind: 'barrier', fromS: 1200 }]);
    expect(scenarios[0]).toBe(runs[0]?.scenario);
  });

  it('begins a what-if beside the run at the moment that is looked at, compared at once', () => {
    const store = aTown();
    const run = startRun(store, aScenario());
    setStatus(store, aStatus(run, { timeS: 7200 }));
    seek(store, 1800);
    startDrawing(store, 'barrier', { into: 'what-if' });
    addPoint(store, at(100, 400));
    addPoint(store, at(100, 600));
    finishDrawing(store);
    const { runs, shown, compared, followsRun } = floodOf(store);
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({ id: run, wanted: 'go', scenario: { structures: [] } });
    expect(runs[1]).toMatchObject({
      ...{ id: shown, from: { run, timeS: 1800 } },
      scenario: { basedOn: 's', structures: [{ fromS: 1800 }], name: 'Test flood, with Barrier 1' },
    });
    expect(runs[1]?.scenario.id).not.toBe('s');
    expect([compared, followsRun]).toEqual([run, true]);
  });

  it('draws the place of a part anew and keeps its figures', () => {
    const store = aTown();
    startRun(store, aScenario());
    startDrawing(store, 'breach', { redraws: 'b' });
    addPoint(store, at(50, 100));
    addPoint(store, at(50, 160));
    finishDrawing(store);
    expect(floodOf(store).scenarios[0]?.sources).toMatchObject([
      { id: 'b', widthM: 20, line: [at(50, 100), at(50, 160)] },
    ]);
  });

  it('waits for enough corners, takes one back, and leaves nothing when cancelled', () => {
    const store = aTown();
    startDrawing(store, 'rain', { into: 'new' });
    addPoint(store, at(0, 0));
    addPoint(store, at(100, 0));
    finishDrawing(store);
    expect(floodOf(store).drawing?.points).toHaveLength(2);
    removePoint(store);
    expect(floodOf(store).drawing?.points).toEqual([at(0, 0)]);
    cancelDrawing(store);
    expect(floodOf(store)).toMatchObject({ drawing: undefined, runs: [], scenarios: [] });
  });

  it('places a gauge and names each another name', () => {
    const store = aTown();
    for (const north of [0, 100]) {
      startDrawing(store, 'gauge');
      addPoint(store, at(0, north));
      finishDrawing(store);
    }
    expect(floodOf(store).gauges.map(({ name }) => name)).toEqual([
      'Gauge or section 1',
      'Gauge or section 2',
    ]);
  });

  it('keeps a wall that is drawn first until water comes', () => {
    const store = aTown();
    startDrawing(store, 'barrier', { into: 'new' });
    addPoint(store, at(0, 0));
    addPoint(store, at(50, 0));
    finishDrawing(store);
    expect(floodOf(store).runs).toEqual([]);
    expect(floodOf(store).scenarios).toHaveLength(1);
  });

  it('leaves points without a drawing alone', () => {
    const store = aTown();
    addPoint(store, at(0, 0));
    finishDrawing(store);
    expect(floodOf(store)).toMatchObject({ drawing: undefined, runs: [] });
  });
});

describe('a dam that goes', () => {
  const drawn = (...places: readonly (readonly [number, number])[]) => {
    const store = aTown();
    startDrawing(store, 'dam-break', { into: 'new' });
    for (const [east, north] of places) addPoint(store, at(east, north));
    finishDrawing(store);
    const [run] = floodOf(store).runs;
    const [dam] = run?.scenario.sources ?? [];
    if (dam?.kind !== 'dam-break') throw new Error('A dam break was expected.');
    return dam;
  };

  it('is begun at a place of the globe at once', () => {
    const store = aTown();
    beginAt(store, 'dam-break', at(200, 300));
    const [run] = floodOf(store).runs;
    expect(run?.scenario).toMatchObject({ hazard: 'dam-break', sources: [{ volumeM3: 200_000 }] });
  });

  it('is drawn by one click: a pond around the place', () => {
    const dam = drawn([200, 300]);
    expect(areaM2(dam.area)).toBeCloseTo(40_000, -2);
    expect(dam.volumeM3).toBe(200_000);
  });

  it('is drawn from end to end: its pond lies up the river, whichever way it was drawn', () => {
    for (const ends of [
      [-50, 50],
      [50, -50],
    ] as const) {
      const dam = drawn([ends[0], 300], [ends[1], 300]);
      expect(areaM2(dam.area)).toBeCloseTo(30_000, -2);
      // The river runs north.
      expect(dam.area[2]?.[1]).toBeLessThan(at(0, 300)[1]);
      expect(turnedOver(dam.area)[2]?.[1]).toBeGreaterThan(at(0, 300)[1]);
    }
  });

  it('is drawn around its pond', () => {
    const corners = [
      [0, 0],
      [100, 0],
      [100, 200],
    ] as const;
    const dam = drawn(...corners);
    expect(dam.area).toEqual(corners.map(([east, north]) => at(east, north)));
    expect(dam.volumeM3).toBe(50_000);
  });
});
