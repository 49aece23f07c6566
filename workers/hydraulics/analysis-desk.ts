// A model of its own for the searches of one network, so that the present goes on being solved meanwhile; one search
// at a time, and others in the worker get their turn.

import type { AnalysedElement, AnalysisNews } from '#features/pipes/contract/analyses.ts';
import type { ElementKind } from '#features/pipes/contract/answers.ts';
import type { WaterMoment } from '#features/pipes/contract/water.ts';
import { toKey } from '#features/pipes/kernel/index-space.ts';
import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import type { SolveOptions, WaterModel } from '#simulation/hydraulics/parts.ts';
import type { WaterNetwork } from './water-network.ts';

const TURN_MS = 40;

interface Desk {
  readonly opening: Promise<WaterModel>;
  busy: Promise<void>;
}

const desks = new WeakMap<WaterNetwork, Desk>();

/** Runs `work` on the model of the searches; its progress (0–1) is told about as often as others get their turn. */
export async function* search<Result>(
  water: WaterNetwork,
  signal: AbortSignal,
  work: (model: WaterModel) => Generator<number, Result>,
): AsyncGenerator<AnalysisNews<Result>> {
  const desk = desks.get(water) ?? { opening: water.parts.openAgain(), busy: Promise.resolve() };
  desks.set(water, desk);
  const before = desk.busy;
  let free = () => {};
  desk.busy = new Promise((resolve) => {
    free = resolve;
  });
  try {
    await before;
    const model = await desk.opening;
    yield* inTurns(work(model), signal);
  } finally {
    free();
  }
}

async function* inTurns<Result>(
  steps: Generator<number, Result>,
  signal: AbortSignal,
): AsyncGenerator<AnalysisNews<Result>> {
  let turnedAt = performance.now();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = steps.next();
      if (done) {
        yield { kind: 'done', result: value };
        return;
      }
      if (performance.now() - turnedAt < TURN_MS) continue;
      yield { kind: 'progress', share: value };
      await new Promise((resolve) => setTimeout(resolve));
      turnedAt = performance.now();
    }
  } finally {
    // Puts the model back where the reader left in the middle.
    steps.return(undefined as never);
  }
}

export const changesOf = ({ history }: WaterMoment): NetworkChanges =>
  history.at(-1)?.changes ?? noChanges;

/** How the network is now, as the live solve has it. */
export function optionsOf(water: WaterNetwork, moment: WaterMoment): SolveOptions {
  const changes = changesOf(moment);
  return { changes, state: water.liveState(moment, changes).state, pressureDriven: undefined };
}

/** An element of the register by kind and row, where it stands now. */
export function elementOf(
  { standing }: Pick<WaterNetwork, 'standing'>,
  kind: ElementKind,
  row: number,
): AnalysedElement {
  const { nodes, links, valves } = standing;
  const table = { node: nodes, link: links, valve: valves }[kind];
  const id = table.ids[row] ?? '';
  const places = kind === 'valve' ? valves.places : nodes.places;
  const at = kind === 'link' ? (links.from[row] ?? 0) : row;
  const before = { link: 0, node: links.ids.length, valve: links.ids.length + nodes.ids.length };
  return {
    index: before[kind] + row,
    key: toKey(standing.id, kind, id),
    id,
    longitudeDeg: places[3 * at] ?? Number.NaN,
    latitudeDeg: places[3 * at + 1] ?? Number.NaN,
  };
}

const rowsByModel = new WeakMap<WaterNetwork, ReadonlyMap<string, number>>();

/** Row of the register's node for a node of the model: its own where both have it. */
export function rowOfNode(water: WaterNetwork, id: string): number | undefined {
  const known = rowsByModel.get(water);
  if (known) return known.get(id);
  const rows = new Map(water.parts.network.nodes.ids.map((one, row) => [one, row]));
  rowsByModel.set(water, rows);
  return rows.get(id);
}

export const keyOfNode = (water: WaterNetwork, id: string) =>
  rowOfNode(water, id) === undefined ? undefined : toKey(water.parts.network.id, 'node', id);

/** Id in the model of a node of the register; undefined where the model lacks it. */
export function modelNode(water: WaterNetwork, row: number | undefined): string | undefined {
  const at = row === undefined ? -1 : (water.rows.node[row] ?? -1);
  return at < 0 ? undefined : water.model.nodeIds[at];
}
