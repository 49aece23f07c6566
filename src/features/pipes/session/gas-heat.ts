// Gas, heat and power at work on the open networks: solved at the city's present each twenty seconds and at once
// when valves, the load or the clock change. One solve in flight; the latest wish wins.

import { NETWORK_READINGS, type NetworkReading } from '#model/network-reading.ts';
import { instant } from '#model/time.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { presentOf } from '#store/clock.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import { type GasHeatWorker, startGasHeatWorker } from '#workers/gas-heat/client.ts';
import { keepGoing } from '#workers/supervisor.ts';
import { GAS_HEAT_LINE } from '../contract/channels.ts';
import {
  GAS_HEAT_LOAD,
  GAS_HEAT_REPORTS,
  type GasHeatSolution,
  usualLoadShare,
} from '../contract/gas-heat.ts';
import { PIPE_MARKS, type PipeMarks } from '../contract/marks.ts';
import { pipeValues } from '../contract.ts';
import { pipesSlice } from '../state.ts';
import { gasHeatMessages as messages } from './gas-heat/messages.ts';
import type { PartContext, StartPart } from './part.ts';

const EVERY_MS = 20_000;
const SET_AFTER_MS = 200;
const READINGS_AFTER_MS = 800;
const GIVEN_UP_WAIT_MS = 30_000;
const kinds: ReadonlySet<string> = new Set(['gas', 'heatSupply', 'heatReturn', 'power']);

export const startGasHeat: StartPart = (context) => startGasHeatPart(context, startGasHeatWorker);

/** Starts no worker where there is neither gas nor heat nor power. */
export function startGasHeatPart(
  context: PartContext,
  startWorker: () => GasHeatWorker,
): () => void {
  const { store, frames, networks, sources, now } = context;
  // What a building model says of its pipes is their shape: nothing that a solver could begin with.
  const inModels = new Set(sources.flatMap(({ id, isOfModel }) => (isOfModel ? [id] : [])));
  const own = new Set(
    networks.flatMap(({ network, utility }) =>
      kinds.has(utility) && !inModels.has(network) ? [network] : [],
    ),
  );
  if (own.size === 0) return () => {};
  const life = new AbortController();
  const signal = AbortSignal.any([context.signal, life.signal]);
  const place = (path: string) => ({ path: `${pipesSlice.id}/${path}`, code: 'gas-heat' });
  const said = new Set<string>();
  let wake: (() => void) | undefined;
  let dueMs = 0;

  function request(waitMs: number): void {
    dueMs = Math.min(dueMs, now() + waitMs);
    wake?.();
  }

  function say(path: string, text: { readonly en: string; readonly zh: string }): void {
    const known = store
      .getState()
      .problems.find((one) => one.path === place(path).path && one.code === 'gas-heat');
    if (known && known.text.en !== text.en) clearProblem(store, place(path));
    said.add(path);
    reportProblem(store, { ...place(path), text, since: instant(now()) });
  }

  function unsay(path: string): void {
    if (said.delete(path)) clearProblem(store, place(path));
  }

  async function serve(): Promise<void> {
    const worker = startWorker();
    try {
      const { networks: solvable, faults } = await worker.call(
        'open',
        { sources: sources.filter(({ id }) => own.has(id)) },
        { signal },
      );
      unsay('gas-heat');
      for (const { element, text } of faults) say(element, messages.notSolvable(element, text));
      frames.publish(GAS_HEAT_LINE, worker);
      dueMs = 0;
      for (;;) {
        await untilDue();
        dueMs = now() + EVERY_MS;
        if (solvable.length > 0) take(await worker.call('solve', moment(), { signal }));
      }
    } finally {
      frames.publish(GAS_HEAT_LINE, undefined);
      worker.close();
    }
  }

  function moment() {
    const { clock } = store.getState();
    return {
      atMs: clock.mode === 'live' ? presentOf(clock, now()) : clock.now,
      loadShare: frames.peek<number>(GAS_HEAT_LOAD) ?? usualLoadShare,
      readings: (frames.peek<readonly NetworkReading[]>(NETWORK_READINGS) ?? []).filter(
        ({ network }) => kinds.has(network),
      ),
      changes: frames.peek<PipeMarks>(PIPE_MARKS)?.changes ?? {},
    };
  }

  function take({ values, reports }: GasHeatSolution): void {
    for (const one of values) frames.publish(pipeValues(one.network), one);
    frames.publish(GAS_HEAT_REPORTS, reports);
    for (const { kind, failure } of reports) {
      if (failure) say(kind, messages.notSolved(failure.text));
      else unsay(kind);
    }
  }

  /** Resolves when the next solve is due; rejects when the part ends. */
  async function untilDue(): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const waitMs = dueMs - now();
      if (waitMs <= 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  let hasReadings = false;
  let changes: PipeMarks['changes'] | undefined;
  const ends = [
    store.subscribe(({ clock }, { clock: before }) => {
      if (clock.mode !== before.mode) request(0);
      else if (clock.mode === 'set' && clock.now !== before.now) request(SET_AFTER_MS);
    }),
    frames.subscribe((channel) => {
      if (channel === GAS_HEAT_LOAD) request(SET_AFTER_MS);
      if (channel === PIPE_MARKS) {
        const next = frames.peek<PipeMarks>(PIPE_MARKS)?.changes;
        if (JSON.stringify(next) !== JSON.stringify(changes)) request(0);
        changes = next;
      }
      if (channel === NETWORK_READINGS && !hasReadings) {
        hasReadings = true;
        request(READINGS_AFTER_MS);
      }
    }),
  ];
  signal.addEventListener('abort', () => wake?.(), { once: true });
  void keepGoing(serve, {
    signal,
    onRestart: ({ message }) => say('gas-heat', messages.workerRestarting(message)),
    onGivenUp: ({ message }) => say('gas-heat', messages.workerGivenUp(message)),
    untilAgain: () => untilAskedAgain(store, pipesSlice.id, GIVEN_UP_WAIT_MS, signal),
  });

  return () => {
    life.abort();
    for (const end of ends) end();
    for (const path of [...said]) unsay(path);
    for (const network of own) frames.publish(pipeValues(network), undefined);
    frames.publish(GAS_HEAT_REPORTS, undefined);
  };
}
