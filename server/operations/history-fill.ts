// Makes the past of a city that its source can tell: the newest first, only what is missing, beside all else.

import { WriteBehind, type WriteBehindOptions } from '../intake/write-behind.ts';
import type { ObservationBatch } from '../observation-batch.ts';
import type { Source } from '../sources/source.ts';
import { findMissing, markCovered, type Span } from '../storage/covered-history.ts';
import { joinBatches } from '../storage/observation-order.ts';

export interface HistoryFillOptions extends WriteBehindOptions {
  readonly city: string;
  readonly build: string;
  readonly name: string;
  readonly source: Source;
  /** How far back the past is made. */
  readonly days?: number;
}

export interface HistoryFill {
  /** Share of the past that is there, 0 to 1. */
  readonly share: number;
  /** Makes what is missing before the source's present; what comes from now on comes live. */
  start(): void;
  /** The source's clock jumped: what it lives through from now on is another span. */
  jump(fromMs: number): void;
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Ages at which the past is cut: what a person looks at first is made first. */
const CUTS_MS = [0, HOUR_MS, 6 * HOUR_MS, ...[1, 2, 3, 4, 5, 6, 7].map((day) => day * DAY_MS)];
const ROWS_A_WRITE = 20_000;
const MARK_LIVE_MS = 20_000;

export function createHistoryFill(options: HistoryFillOptions): HistoryFill {
  const { city, build, name, source, database, report, days = 7 } = options;
  const behind = new WriteBehind(options);
  let liveFromMs = source.clock.read().nowMs;
  let filling = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let share = 0;

  const markLive = (toMs: number) =>
    markCovered(database, city, build, { fromMs: liveFromMs, toMs }).catch(() => undefined);

  async function fill(presentMs: number, signal: AbortSignal): Promise<void> {
    const span = { fromMs: presentMs - days * DAY_MS, toMs: presentMs };
    const missing = cut(await findMissing(database, city, build, span), presentMs);
    const totalMs = lengthOf(missing);
    const isWorthWords = totalMs > HOUR_MS;
    share = 1 - totalMs / (days * DAY_MS);
    if (isWorthWords) report(`Making the last ${days} days of readings of ${name} …`);
    const started = performance.now();
    let rows = 0;
    for (const piece of missing) {
      for await (const batch of inLargeBatches(source, { ...piece, presentMs }, signal)) {
        await behind.add(batch);
        rows += batch.datastream.length;
        const reachedMs = batch.timeMs.at(-1) ?? piece.fromMs;
        await markCovered(database, city, build, { fromMs: piece.fromMs, toMs: reachedMs });
        const left = missing.slice(missing.indexOf(piece) + 1);
        share = 1 - (lengthOf(left) + piece.toMs - reachedMs) / (days * DAY_MS);
        if (signal.aborted) return;
      }
      if (signal.aborted) return;
      await markCovered(database, city, build, piece);
    }
    share = 1;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    if (isWorthWords) report(`The past of ${name} is there: ${rows} readings in ${seconds} s.`);
  }

  function begin(): void {
    const presentMs = source.clock.read().nowMs;
    liveFromMs = presentMs;
    const { signal } = filling;
    running = running
      .then(() => (signal.aborted ? undefined : fill(presentMs, signal)))
      .catch((error: unknown) => {
        if (signal.aborted) return;
        report(
          `The past of ${name} can't be made: ${error instanceof Error ? error.message : error}.`,
        );
      });
  }

  return {
    get share() {
      return share;
    },
    start() {
      begin();
      timer = setInterval(() => void markLive(source.clock.read().nowMs), MARK_LIVE_MS);
      timer.unref();
    },
    jump(fromMs) {
      filling.abort();
      filling = new AbortController();
      void markLive(fromMs);
      begin();
    },
    async stop() {
      clearInterval(timer);
      filling.abort();
      await running;
      await behind.drain();
      await markLive(source.clock.read().nowMs);
    },
  };
}

/** The source's batches joined until they are worth a write. */
async function* inLargeBatches(
  source: Source,
  { fromMs, toMs, presentMs }: Span & { readonly presentMs: number },
  signal: AbortSignal,
): AsyncGenerator<ObservationBatch> {
  let held: ObservationBatch[] = [];
  let rows = 0;
  for await (const batch of source.history(fromMs, toMs, presentMs)) {
    if (signal.aborted) return;
    held.push(batch);
    rows += batch.datastream.length;
    if (rows < ROWS_A_WRITE) continue;
    yield joinBatches(held);
    held = [];
    rows = 0;
  }
  if (rows > 0) yield joinBatches(held);
}

/** Spans cut at certain ages, the newest first. */
function cut(spans: readonly Span[], presentMs: number): Span[] {
  const pieces: Span[] = [];
  for (const [index, ageMs] of CUTS_MS.entries()) {
    const toMs = presentMs - ageMs;
    const fromMs = presentMs - (CUTS_MS[index + 1] ?? Number.POSITIVE_INFINITY);
    for (const span of spans.toReversed()) {
      const piece = { fromMs: Math.max(span.fromMs, fromMs), toMs: Math.min(span.toMs, toMs) };
      if (piece.fromMs < piece.toMs) pieces.push(piece);
    }
  }
  return pieces;
}

const lengthOf = (spans: readonly Span[]) =>
  spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
