// Keeps one worker busy with what the store says about the models of one city.

import { selectLayer } from '#store/layers.ts';
import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import type { BimWorker } from '#workers/bim/client.ts';
import { LatestWork, type Work } from '#workers/latest-work.ts';
import { bimSlice, selectBim } from '../state.ts';
import { InTurn } from './in-turn.ts';
import { BIM_READINGS } from './line.ts';
import * as tasks from './tasks.ts';
import type { BimParts } from './world.ts';

const attempts = (state: AppState) => [selectLayer(bimSlice.id)(state).attempt];

/** What of a look decides the table; planes, boxes and lifted storeys are the layer's. */
function paintedLook(state: AppState): readonly unknown[] {
  const { isolated, hidden, ghost, showSpaces, colourBy } = selectBim(state).look;
  return [isolated, hidden, ghost, showSpaces, colourBy];
}

/** What decides the surfaces that sections lay open. */
function cutLook(state: AppState): readonly unknown[] {
  const { planes, box, sectionModel, cutStorey, cutHeightM, explodeM } = selectBim(state).look;
  return [planes, box, sectionModel, cutStorey, cutHeightM, explodeM];
}

/** Starts, and says once when the models are open; returns how to stop. */
export function serveModels(worker: BimWorker, parts: BimParts, onOpen: () => void): () => void {
  const { store, frames, problems, world } = parts;
  const opened: tasks.Open = {
    sources: [],
    models: [],
    frame: { models: [], rgba: new Uint8Array(), caps: new Map() },
  };
  const firstWaitMs = world.waitMs?.work;

  function duty(name: string, onSuccess: () => void = () => {}): LatestWork {
    return new LatestWork({
      onFailure: (error) => {
        if (error instanceof tasks.ModelAwayError) {
          // The others are open.
          onSuccess();
          return true;
        }
        return !isDeath(error) && problems.reportData(name, error);
      },
      onSuccess: () => {
        problems.clearData(name);
        problems.clearWorker();
        onSuccess();
      },
      ...(firstWaitMs !== undefined && { firstWaitMs }),
    });
  }

  let isOpen = false;
  const opening = duty('models', () => {
    if (!isOpen) onOpen();
    isOpen = true;
    run(colours, tasks.paint(worker, parts, opened));
    run(finding, tasks.findSelected(worker, parts));
    run(details, tasks.describe(worker, parts));
    cut();
  });
  const colours = duty('colours');
  const finding = duty('selection');
  const details = duty('details');
  const all = [opening, colours, finding, details];
  const sections = new InTurn((error) => {
    if (!isDeath(error)) problems.reportData('sections', error);
  });
  const cut = () =>
    sections.run(async (signal) => {
      await tasks.section(worker, parts, opened)(signal);
      problems.clearData('sections');
    });

  /** Before anything is open there is nothing to ask. */
  function run(latest: LatestWork, work: Work): void {
    if (latest === opening || opened.sources === selectBim(store.getState()).models) {
      latest.run(work);
    }
  }

  const open = () => run(opening, tasks.open(worker, parts, opened));
  const ends = [
    watch(store, (state) => [selectBim(state).models], open),
    watch(store, paintedLook, () => run(colours, tasks.paint(worker, parts, opened))),
    watch(
      store,
      ({ selection }) => [selection],
      () => {
        run(finding, tasks.findSelected(worker, parts));
        run(details, tasks.describe(worker, parts));
      },
    ),
    watch(store, cutLook, cut),
    watch(store, attempts, () => {
      for (const latest of all) latest.again();
      cut();
    }),
    frames.subscribe((channel) => {
      const isLive = selectBim(store.getState()).look.colourBy?.kind === 'live';
      if (channel === BIM_READINGS && isLive) run(colours, tasks.paint(worker, parts, opened));
    }),
  ];
  open();
  return () => {
    for (const end of ends) end();
    for (const latest of all) latest.stop();
    sections.stop();
  };
}

const isDeath = (error: unknown) => error instanceof Error && error.name === 'WorkerDiedError';
