// A flood that begins at one place, at once: from a click on the globe, or from what is selected.

import { moved } from '#model/near-plane.ts';
import { showLayer } from '#store/layers.ts';
import type { AppStore } from '#store/store.ts';
import { openCard } from '#store/workbench.ts';
import { FLOOD, type PlaceDeg } from '../contract.ts';
import { selectFlood } from '../state.ts';
import { change } from './change.ts';
import { addPoint, finishDrawing, startDrawing } from './draw.ts';
import type { DrawnKind } from './initial.ts';

/** Half the side of a storm's square. */
const STORM_M = 750;

/** `pipe`: key of the main that burst. */
export function beginAt(store: AppStore, part: DrawnKind, place: PlaceDeg, pipe?: string): void {
  showLayer(store, FLOOD, true);
  openCard(store, FLOOD);
  startDrawing(store, part, { into: 'new' });
  for (const corner of part === 'rain' ? squareAround(place) : [place]) addPoint(store, corner);
  finishDrawing(store);
  if (part === 'burst' && pipe !== undefined) namePipe(store, pipe);
}

const squareAround = (place: PlaceDeg): readonly PlaceDeg[] =>
  (
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
  ).map(([east, north]) => moved(place, [east * STORM_M, north * STORM_M]));

/** The burst that was drawn last is that of this main. */
function namePipe(store: AppStore, pipe: string): void {
  const { shown } = selectFlood(store.getState());
  change(store, ({ runs }) => ({
    runs: runs.map((run) =>
      run.id === shown
        ? {
            ...run,
            scenario: {
              ...run.scenario,
              sources: run.scenario.sources.map((source) =>
                source.kind === 'burst' ? { ...source, pipe } : source,
              ),
            },
          }
        : run,
    ),
  }));
}
