// All that drives one run, applied to a solver step by step: probes the cells that parts read, sets fluxes, rain, edges,
// beds and crests, and adds up volumes (f64, m³). Times s, flows m³/s. Knows no clock and no chance.

import type { FloodEdge, FloodSolver } from '../parts.ts';
import { createCellBook } from './cell-book.ts';
import { findPartProblem, findProblems } from './checks.ts';
import { createCrew } from './crew.ts';
import { createLandBook } from './land-book.ts';
import { SLOW_S, type Step, type Workshop } from './operator.ts';
import { type Forcing, ForcingError, type ForcingSetup } from './parts.ts';
import { createSewerOperator } from './sewer-operator.ts';
import { createWeather } from './weather.ts';

/** Throws `ForcingError` for the first part that can't be. */
export function createForcing(setup: ForcingSetup): Forcing {
  const [problem] = findProblems(setup);
  if (problem) throw new ForcingError(problem.message, problem.part);
  const { grid, toGrid, startS = 0 } = setup;
  const book = createCellBook(grid);
  const land = createLandBook(grid);
  const shop: Workshop = { grid, toGrid, book, land, waters: setup.waters ?? [] };
  const weather = createWeather(setup);
  const sewers = setup.sewers && createSewerOperator(setup.sewers, book);
  const crew = createCrew(shop, weather, [...setup.sources, ...setup.structures]);
  const totals = { addedM3: 0, takenM3: 0 };
  const rates = { addedM3s: 0, takenM3s: 0 };
  let lastS = startS;
  let endS = startS;
  let edgesNow = '';
  let setsAll = true;
  let hadFluxes = false;

  function account(timeS: number): void {
    if (timeS > lastS) {
      weather.account(timeS);
      crew.account(lastS, timeS);
      totals.addedM3 += rates.addedM3s * (timeS - lastS);
      totals.takenM3 += rates.takenM3s * (timeS - lastS);
    }
    lastS = timeS;
  }

  /** Multiples of whole seconds, so that steps don't depend on where a run was cut before. */
  const nextMultiple = (timeS: number, stepS: number) =>
    (Math.floor(timeS / stepS + 1e-9) + 1) * stepS;

  function nextRainChange(timeS: number): number {
    const edges = crew.rains().flatMap(({ curve, startS: from }) => [from, from + curve.endS]);
    return Math.min(nextMultiple(timeS, SLOW_S), ...edges.filter((edge) => edge > timeS));
  }

  function endOfStep(timeS: number, untilS: number): number {
    let next = untilS;
    for (const operator of crew.operators()) {
      next = Math.min(next, operator.nextChange(timeS));
      if (operator.phase(timeS) === 'working')
        next = Math.min(next, nextMultiple(timeS, operator.longestS));
    }
    if (weather.dueS() < Number.POSITIVE_INFINITY) next = Math.min(next, nextRainChange(timeS));
    if (sewers) next = Math.min(next, nextMultiple(timeS, sewers.stepS));
    return next;
  }

  function setEdges(solver: FloodSolver): void {
    const own = crew.operators().flatMap((operator) => operator.edges?.() ?? []);
    const key = own.length > 0 ? JSON.stringify(own) : '';
    if (key === edgesNow && !setsAll) return;
    const taken = new Set(own.map(placeOf));
    const base = (setup.edges ?? []).filter((edge) => !taken.has(placeOf(edge)));
    if (base.length + own.length > 0 || edgesNow !== '') solver.setEdges([...base, ...own]);
    edgesNow = key;
  }

  function setFluxes(solver: FloodSolver, { once }: Step): void {
    const fluxes = book.fluxes();
    Object.assign(rates, { addedM3s: 0, takenM3s: 0 });
    for (const flows of [fluxes.flowM3s, once.values()])
      for (const flow of flows) rates[flow > 0 ? 'addedM3s' : 'takenM3s'] += Math.abs(flow);
    const count = fluxes.cells.length + once.size;
    if (count === 0 && !hadFluxes) return;
    hadFluxes = count > 0;
    solver.setFluxes(once.size === 0 ? fluxes : withOnce(fluxes, once));
  }

  return {
    async apply(solver, untilS) {
      const timeS = solver.timeS();
      account(timeS);
      crew.settle(timeS);
      crew.tell(timeS);
      endS = endOfStep(timeS, untilS);
      const active = crew.operators();
      const reads = active.some((one) => one.readsCells && one.phase(timeS) === 'working');
      const cells = book.cells();
      if ((reads || sewers) && cells.length > 0) book.fill(await solver.probe(cells));
      const wantsState = active.some((one) => one.needsState?.(timeS)) || weather.needsState(timeS);
      const state = wantsState ? await solver.state() : undefined;
      book.clear();
      const step: Step = {
        ...{ timeS, untilS: endS, seconds: endS - timeS, scheme: solver.scheme, state },
        once: new Map(),
      };
      for (const operator of active) operator.prepare(step);
      sewers?.prepare(timeS);
      land.apply(solver, setsAll);
      setEdges(solver);
      if (timeS >= weather.dueS() || (setsAll && weather.dueS() < Number.POSITIVE_INFINITY))
        weather.prepare({ solver, timeS, untilS: nextRainChange(timeS), state, setsAll });
      setFluxes(solver, step);
      setsAll = false;
      return endS;
    },
    add(part) {
      const wrong = findPartProblem(part, setup);
      if (wrong) throw new ForcingError(wrong, part.id);
      crew.add(part);
    },
    remove: crew.remove,
    flows: () => [...crew.flows(lastS, endS), ...(sewers ? [sewers.flow()] : [])],
    balance: (timeS = lastS) => ({
      addedM3: totals.addedM3 + rates.addedM3s * (timeS - lastS),
      takenM3: totals.takenM3 + rates.takenM3s * (timeS - lastS),
      rainM3: weather.totals(timeS).rainM3,
      lossAskedM3: weather.totals(timeS).lossM3,
      sewersM3: sewers?.totals() ?? { swallowed: 0, surcharged: 0 },
    }),
    takeChanges: crew.takeChanges,
    bed: land.changed,
    snapshot: () => ({
      ...{ timeS: lastS, states: crew.states(), soil: weather.soil(), sewers: sewers?.snapshot() },
      land: land.touched(),
      totals: { ...totals, ...rates, ...weather.totals(), ...weather.window(), endS },
    }),
    restore(snapshot) {
      const kept = snapshot.totals;
      const number = (name: string) => kept[name] ?? 0;
      const isSameRain = crew.restore(snapshot);
      land.touch(snapshot.land);
      Object.assign(totals, { addedM3: number('addedM3'), takenM3: number('takenM3') });
      Object.assign(rates, { addedM3s: number('addedM3s'), takenM3s: number('takenM3s') });
      weather.restore({
        ...{ soil: snapshot.soil, fromS: number('fromS'), dueS: number('dueS') },
        atS: snapshot.timeS,
        totals: { rainM3: number('rainM3'), lossM3: number('lossM3') },
      });
      weather.setRains(crew.rains(), isSameRain);
      if (snapshot.sewers) sewers?.restore(snapshot.sewers);
      [lastS, endS] = [snapshot.timeS, number('endS')];
      setsAll = true;
    },
  };
}

/** The running fluxes and what comes in this step alone. */
function withOnce(
  fluxes: ReturnType<Workshop['book']['fluxes']>,
  once: ReadonlyMap<number, number>,
) {
  const longer = (values: Float64Array | undefined) =>
    Float64Array.from([...(values ?? []), ...new Float64Array(once.size)]);
  return {
    cells: Int32Array.from([...fluxes.cells, ...once.keys()]),
    flowM3s: Float64Array.from([...fluxes.flowM3s, ...once.values()]),
    momentumX: longer(fluxes.momentumX),
    momentumY: longer(fluxes.momentumY),
  };
}

const placeOf = ({ cell, side }: FloodEdge) => `${cell} ${side}`;
