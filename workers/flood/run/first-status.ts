import type { FloodScenario, FloodStatus } from '#features/flood/contract.ts';
import { chooseScheme } from '#simulation/flood/run/choose-scheme.ts';

/** Of a run that has not begun. */
export function firstStatus(run: string, scenario: FloodScenario): FloodStatus {
  return {
    run,
    scenario: scenario.id,
    phase: 'preparing',
    timeS: 0,
    durationS: scenario.durationS,
    realTimeFactor: 0,
    scheme: chooseScheme(scenario.hazard, scenario.scheme),
    backend: scenario.backend === 'auto' ? 'js' : scenario.backend,
    threads: 1,
    cellM: scenario.cellM,
    cells: 0,
    wetCells: 0,
    storedM3: 0,
    massError: 0,
    froudeShare: 0,
    terrain: '',
  };
}
