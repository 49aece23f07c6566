// What the session has the worker do, each as one piece of work that may be aborted.

import { select } from '#store/selection.ts';
import type { BimWorker, OpenModel } from '#workers/bim/client.ts';
import type { Work } from '#workers/latest-work.ts';
import type { BimFrame, PaintedModel } from '../contract/paint.ts';
import type { SectionCaps } from '../contract/section.ts';
import type { ModelSource } from '../contract.ts';
import { cuttingPlanes, liftsOf } from '../kernel/cutting-planes.ts';
import { originalPlacement } from '../kernel/placement.ts';
import { bimSlice, report, selectBim } from '../state.ts';
import { findBasement } from './basement.ts';
import { BIM_MODELS, BIM_READINGS, type BimModels, type BimReadings } from './line.ts';
import type { BimParts } from './world.ts';

/** What is open in the worker: its answers count for these sources only. */
export interface Open {
  sources: readonly ModelSource[];
  models: readonly OpenModel[];
  /** What the globe draws: published anew as a whole when any of it changes. */
  frame: BimFrame;
}

/** Opens the models of the state; throws where a server that may come back is away. */
export const open =
  (worker: BimWorker, { store, frames, problems }: BimParts, opened: Open): Work =>
  async (signal) => {
    const { models: sources } = selectBim(store.getState());
    const known = new Set(opened.models.map(({ source }) => source.id));
    report(store, {
      models: sources.map(({ id }) => ({ id, state: known.has(id) ? 'ready' : 'loading' })),
    });
    const models = await worker.call('open', sources, { signal });
    const failures = await worker.call('failures', {}, { signal });
    const painted = await Promise.all(models.map((model) => toPainted(worker, model, signal)));
    const frame = { models: painted, rgba: new Uint8Array(), caps: new Map() };
    Object.assign(opened, { sources, models, frame } satisfies Open);
    const reasons = new Map(failures.map(({ id, reason }) => [id, reason]));
    report(store, {
      models: sources.map(({ id }) => {
        const reason = reasons.get(id);
        return reason === undefined ? { id, state: 'ready' } : { id, state: 'failed', reason };
      }),
    });
    for (const { id, name } of sources) {
      const reason = reasons.get(id);
      if (reason === undefined) problems.clearModel(id);
      else problems.reportModel(id, name, reason);
    }
    frames.publish(BIM_MODELS, models satisfies BimModels);
    const away = failures.find(({ isPassing }) => isPassing);
    if (away) throw new ModelAwayError(away.reason);
  };

async function toPainted(
  worker: BimWorker,
  open: OpenModel,
  signal: AbortSignal,
): Promise<PaintedModel> {
  const { source, model, base, count } = open;
  const indices = model.storeys.map(({ element }) => base + element);
  const ids = await worker.call('identify', { indices }, { signal });
  return {
    id: source.id,
    name: source.name,
    tileset: new URL(model.tileset, source.url).href,
    base,
    count,
    original: originalPlacement(model),
    readings: Object.fromEntries(
      model.georeferencing.readings
        .toReversed()
        .map(({ source: from, placement }) => [from, placement]),
    ),
    bounds: { leastM: model.boundsM[0], greatestM: model.boundsM[1] },
    basement: await findBasement(worker, open, ids, signal),
    storeys: model.storeys.map(({ elevationM }, at) => ({ id: ids[at] ?? '', elevationM })),
  };
}

/** Said already beside the model; asks for another try. */
export class ModelAwayError extends Error {
  override readonly name = 'ModelAwayError';
}

export const paint =
  (worker: BimWorker, { store, frames }: BimParts, opened: Open): Work =>
  async (signal) => {
    const { look } = selectBim(store.getState());
    const property = look.colourBy?.kind === 'live' ? look.colourBy.property : undefined;
    const readings = frames.peek<BimReadings>(BIM_READINGS) ?? [];
    const live = readings.filter((reading) => reading.property === property);
    const { rgba, legend, shown, total } = await worker.call('paint', { look, live }, { signal });
    opened.frame = { ...opened.frame, rgba };
    frames.publish(bimSlice.id, opened.frame);
    report(store, { legend, shown, total });
  };

/** What planes, box and storey cut lay open. */
export const section =
  (worker: BimWorker, { store, frames }: BimParts, opened: Open): Work =>
  async (signal) => {
    const { look } = selectBim(store.getState());
    const { models } = opened.frame;
    const caps = new Map<string, SectionCaps>();
    for (const model of models) {
      const planes = cuttingPlanes(model, look);
      if (planes.length === 0) continue;
      const liftsM = liftsOf(model.storeys.length, look.explodeM);
      const request = { model: model.id, planes, liftsM };
      caps.set(model.id, await worker.call('section', request, { signal }));
    }
    // Models opened anew meanwhile get sections of their own.
    if (models !== opened.frame.models || (caps.size === 0 && opened.frame.caps.size === 0)) return;
    opened.frame = { ...opened.frame, caps };
    if (opened.frame.rgba.length > 0) frames.publish(bimSlice.id, opened.frame);
  };

/** Indices change with what is open: names stay. */
export const findSelected =
  (worker: BimWorker, { store }: BimParts): Work =>
  async (signal) => {
    const { selection } = store.getState();
    const found = await Promise.all(
      selection.map(async (thing) => {
        if (thing.feature !== bimSlice.id) return thing;
        const slash = thing.id.indexOf('/');
        const names = { model: thing.id.slice(0, slash), globalId: thing.id.slice(slash + 1) };
        const index = await worker.call('find', names, { signal });
        return index === undefined || index === thing.index ? thing : { ...thing, index };
      }),
    );
    if (found.every((thing, at) => thing === selection[at])) return;
    if (store.getState().selection === selection) select(store, found);
  };

export const describe =
  (worker: BimWorker, { store }: BimParts): Work =>
  async (signal) => {
    const selected = store.getState().selection.filter(({ feature }) => feature === bimSlice.id);
    const [only] = selected;
    if (!only || selected.length > 1) {
      report(store, { details: undefined });
      return;
    }
    const details = await worker.call('describe', { index: only.index }, { signal });
    // While models are opened anew an index may mean another element.
    const isMeant = details && `${details.model}/${details.globalId}` === only.id;
    report(store, { details: isMeant ? details : undefined });
  };
