// Keeps one worker busy with what the store says about the networks of one city.

import { selectLayer } from '#store/layers.ts';
import { select } from '#store/selection.ts';
import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import { LatestWork } from '#workers/latest-work.ts';
import type { PipesProtocol } from '#workers/pipes/client.ts';
import type { Port } from '#workers/port.ts';
import { PIPES_NETWORKS } from '../contract/channels.ts';
import { PIPE_LEGEND } from '../contract/legend.ts';
import { noMarks, PIPE_MARKS, type PipeMarks } from '../contract/marks.ts';
import { PIPE_SHAPES } from '../contract/shapes.ts';
import {
  type NetworkSource,
  type NetworkValues,
  type OpenNetwork,
  PIPE_TABLE,
  pipeValues,
} from '../contract.ts';
import { pipesSlice, selectPipes } from '../state.ts';
import { PacedWork } from './paced.ts';
import type { PipesParts } from './world.ts';

/** Ten tables a second are enough for the eye and leave the worker time to answer. */
const PAINT_GAP_MS = 100;

export interface Wanted {
  readonly sources: readonly NetworkSource[];
  readonly streets: { readonly url: string } | undefined;
}

type Call = Port<PipesProtocol>['call'];

const attempts = (state: AppState) => [selectLayer(pipesSlice.id)(state).attempt];

/** What of a look decides the table. */
function paintedLook(state: AppState): readonly unknown[] {
  const { hidden, colouring, showNodes, showValves } = selectPipes(state).look;
  return [hidden, colouring, showNodes, showValves];
}

export interface Serving {
  /** Opens other networks; those that are open stay. */
  want(wanted: Wanted): void;
  stop(): void;
}

/** `onOpen` is told each time that networks are open: other ones, or the same in a new worker. */
export function serveNetworks(
  call: Call,
  parts: PipesParts,
  first: Wanted,
  onOpen: (networks: readonly OpenNetwork[], wanted: Wanted) => void,
): Serving {
  const { store, frames, problems, world } = parts;
  let open: readonly OpenNetwork[] = [];
  const news = new Set<string>();

  const painting = new PacedWork(
    async () => {
      const painted = open;
      await takeNews(call, parts, painted, news);
      const marks = frames.peek<PipeMarks>(PIPE_MARKS) ?? noMarks;
      const { look } = selectPipes(store.getState());
      const { table, legend } = await call('paint', { look, marks });
      // What was opened meanwhile has other indices; it is painted next.
      if (painted !== open) return;
      frames.publish(PIPE_TABLE, table);
      frames.publish(PIPE_LEGEND, legend);
      problems.clearWork('table');
    },
    world.waitMs?.paint ?? PAINT_GAP_MS,
    (error) => {
      if (!isDeath(error)) problems.reportWork('table', error);
    },
  );
  const paint = () => {
    if (open.length > 0) painting.ask();
  };

  const opening = new LatestWork({
    onFailure: (error) =>
      !isDeath(error) && (error instanceof NetworkAwayError || problems.reportWork('open', error)),
    onSuccess: () => {
      problems.clearWork('open');
      problems.clearWorker();
    },
    ...(world.waitMs && { firstWaitMs: world.waitMs.work }),
  });
  const want = (wanted: Wanted) =>
    opening.run(async (signal) => {
      const { networks, failures, faults } = await call('open', wantedToParams(wanted), { signal });
      const shapes = await call('shapes', {}, { signal });
      open = networks;
      for (const { network } of networks) news.add(network);
      frames.publish(PIPE_SHAPES, shapes);
      frames.publish(PIPES_NETWORKS, networks);
      onOpen(networks, wanted);
      paint();
      await findSelected(call, parts, signal);
      await reportNetworks(call, parts, wanted, { failures, faults }, signal);
      const away = failures.find(({ isPassing }) => isPassing);
      if (away) throw new NetworkAwayError(away.reason);
    });

  const ends = [
    watch(store, paintedLook, paint),
    watch(store, attempts, () => opening.again()),
    frames.subscribe((channel) => {
      if (channel === PIPE_MARKS) paint();
      const network = open.find((one) => pipeValues(one.network) === channel);
      if (!network) return;
      news.add(network.network);
      paint();
    }),
  ];
  want(first);
  return {
    want,
    stop() {
      for (const end of ends) end();
      opening.stop();
      painting.stop();
    },
  };
}

/** Said already beside the network; asks for another try. */
class NetworkAwayError extends Error {
  override readonly name = 'NetworkAwayError';
}

const isDeath = (error: unknown) => error instanceof Error && error.name === 'WorkerDiedError';

const wantedToParams = ({ sources, streets }: Wanted) => ({
  sources,
  ...(streets && { streets }),
});

/** Hands what solvers found since the last table to the worker. */
async function takeNews(
  call: Call,
  { frames }: PipesParts,
  open: readonly OpenNetwork[],
  news: Set<string>,
): Promise<void> {
  for (const network of [...news]) {
    news.delete(network);
    if (!open.some((one) => one.network === network)) continue;
    const values = frames.peek<NetworkValues>(pipeValues(network));
    if (values) await call('takeValues', values);
    else await call('dropValues', { network });
  }
}

/** Indices change with what is open: keys stay. */
async function findSelected(call: Call, { store }: PipesParts, signal: AbortSignal): Promise<void> {
  const { selection } = store.getState();
  const own = selection.filter(({ feature }) => feature === pipesSlice.id);
  if (own.length === 0) return;
  const found = await call('find', { keys: own.map(({ id }) => id) }, { signal });
  const indexOf = new Map(found.flatMap((one) => (one ? [[one.key, one.index] as const] : [])));
  const next = selection.map((thing) => {
    const index = thing.feature === pipesSlice.id ? indexOf.get(thing.id) : undefined;
    return index === undefined || index === thing.index ? thing : { ...thing, index };
  });
  if (next.every((thing, at) => thing === selection[at])) return;
  if (store.getState().selection === selection) select(store, next);
}

async function reportNetworks(
  call: Call,
  { problems }: PipesParts,
  { sources }: Wanted,
  { failures, faults }: Pick<PipesProtocol['calls']['open']['result'], 'failures' | 'faults'>,
  signal: AbortSignal,
): Promise<void> {
  for (const { id, name } of sources) {
    const failure = failures.find((one) => one.id === id);
    if (failure) problems.reportNetwork(id, name, failure.reason);
    else problems.clearNetwork(id, 'network');
    const count = faults.find(({ network }) => network === id)?.count ?? 0;
    const [first] = count > 0 ? await call('faults', { network: id }, { signal }) : [];
    if (first) problems.reportFaults(id, name, count, first.text);
    else problems.clearNetwork(id, 'faults');
  }
}
