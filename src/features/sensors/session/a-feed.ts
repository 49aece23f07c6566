// A feed for tests: answers as the worker does, and sends what the test says.

import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { Alarm } from '#contract/live-event.ts';
import type { FeedItem, FeedSummary, FeedWorker, Series, Shown } from '#workers/feed/client.ts';
import { connect, type Port, type Service, serve } from '#workers/port.ts';
import { aReading } from '../kernel/a-catalogue.ts';
import { toColumns } from '../kernel/columns.ts';

type FeedProtocol = FeedWorker extends Port<infer Its> ? Its : never;
type Calls = Service<FeedProtocol>['calls'];

export const START_MS = Date.UTC(2026, 10, 26, 13);

const summary: FeedSummary = {
  shown: 'live',
  isLoading: false,
  connection: 'live',
  connectionSinceMs: START_MS,
  sequence: 1,
  sourceTimeMs: START_MS,
  receivedAtMs: START_MS,
  clock: { nowMs: START_MS, rate: 1, isSettable: true },
  count: 0,
  staleCount: 0,
  latestMs: START_MS,
  gapsRecovered: 0,
  snapshotsTaken: 0,
  problem: undefined,
};

/** A feed of `catalogue`; `overrides` answer calls in their own way, e.g. by failing. */
export function aFeed(catalogue: DatastreamCatalogue, overrides: Partial<Calls> = {}) {
  const asked: { readonly name: string; readonly params: unknown }[] = [];
  const waiting: FeedItem[] = [];
  let wake: (() => void) | undefined;
  let latest = summary;
  let close: (() => void) | undefined;

  const note =
    <Params, Result>(name: string, answer: (params: Params) => Result) =>
    (params: Params) => {
      asked.push({ name, params });
      return answer(params);
    };
  const noted = (answers: Partial<Calls>): Partial<Calls> =>
    Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [
        name,
        (params: never, context: never) => {
          asked.push({ name, params });
          return (answer as (params: never, context: never) => unknown)(params, context);
        },
      ]),
    );
  const calls: Calls = {
    open: note('open', () => toColumns(catalogue)),
    show: note('show', (_: Shown) => undefined),
    history: note('history', ({ datastreams }): readonly Series[] =>
      datastreams.map((datastream) => ({
        datastream,
        timeMs: new Float64Array(),
        value: new Float64Array(),
        quality: new Uint8Array(),
      })),
    ),
    snapshotAt: note('snapshotAt', () => aReading([])),
    setClock: note('setClock', ({ nowMs = START_MS, rate = 1 }) => ({
      nowMs,
      rate,
      isSettable: true,
    })),
    alarms: note('alarms', () => []),
    acknowledge: note('acknowledge', ({ id }) => {
      throw new Error(`There is no alarm ${id}.`);
    }),
    setThresholds: note('setThresholds', () => undefined),
    ...noted(overrides),
  };

  async function* follow(signal: AbortSignal) {
    signal.addEventListener('abort', () => wake?.(), { once: true });
    while (!signal.aborted) {
      const next = waiting.shift();
      if (next) yield next;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  return {
    asked,
    /** What was asked by that name, in order. */
    paramsOf: (name: string) => asked.filter((one) => one.name === name).map((one) => one.params),
    startWorker(): FeedWorker {
      const { port1, port2 } = new MessageChannel();
      serve<FeedProtocol>(port1, {
        calls,
        streams: { follow: (_, { signal }) => follow(signal) },
      });
      const worker = connect<FeedProtocol>(port2, 'feed');
      close = () => worker.close();
      return worker;
    },
    /** Ends the worker, as a crash does. */
    crash: () => close?.(),
    say(
      part: Partial<FeedSummary>,
      rows?: Parameters<typeof aReading>[0],
      more: Omit<FeedItem, 'summary' | 'latest'> = {},
    ) {
      latest = { ...latest, ...part };
      waiting.push({
        summary: latest,
        ...(rows && { latest: aReading(rows, latest.sourceTimeMs) }),
        ...more,
      });
      wake?.();
    },
  };
}

export const anAlarm = (id: number, datastream: number, more: Partial<Alarm> = {}): Alarm => ({
  id,
  datastream,
  level: 'alarm',
  value: 3.5,
  threshold: 3,
  raisedAtMs: START_MS,
  ...more,
});
