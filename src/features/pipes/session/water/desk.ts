// One network: solved at the city's present every ten seconds, at the time that the clock is set to, and at once
// when somebody turns a valve. One solve in flight; what was asked meanwhile is asked together afterwards.

import { NETWORK_READINGS, type NetworkReading } from '#model/network-reading.ts';
import { presentOf } from '#store/clock.ts';
import type { HydraulicsWorker } from '#workers/hydraulics/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import type { WorkerLine } from '#workers/worker-line.ts';
import {
  type SupplyReport,
  WATER_INCIDENT,
  WATER_INCIDENT_RESULT,
  WATER_RUN,
  type WaterIncident,
  type WaterRun,
  type WaterSolution,
} from '../../contract/water.ts';
import { type NetworkValues, pipeValues } from '../../contract.ts';
import type { PartContext } from '../part.ts';
import type { WaterProblems } from './problems.ts';

const LIVE_EVERY_MS = 10_000;
/** A clock that is being dragged gives a new time each frame. */
const SET_AFTER_MS = 150;
const READINGS_AFTER_MS = 600;
/** News from another time than the one that is shown says nothing about it. */
const MOST_APART_MS = 3_600_000;

export interface DeskParts {
  readonly line: WorkerLine<HydraulicsWorker>;
  readonly problems: WaterProblems;
  readonly signal: AbortSignal;
  readonly report: (report: SupplyReport) => void;
}

export function createWaterDesk(context: PartContext, network: string, parts: DeskParts) {
  const { store, frames, now } = context;
  const { line, problems, signal, report } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueMs = Number.POSITIVE_INFINITY;
  let isSolving = false;

  /** Solves in `waitMs`, or sooner where that was asked already. */
  function request(waitMs: number): void {
    if (signal.aborted) return;
    const due = now() + waitMs;
    if (due >= dueMs) return;
    clearTimeout(timer);
    dueMs = due;
    if (!isSolving) timer = setTimeout(() => void work(), waitMs);
  }

  async function work(): Promise<void> {
    dueMs = Number.POSITIVE_INFINITY;
    isSolving = true;
    try {
      await showNow();
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Error)) throw error;
      if (!(error instanceof WorkerDiedError)) problems.reportSolve(network, error.message);
    } finally {
      isSolving = false;
      const waitMs = Number.isFinite(dueMs) ? Math.max(0, dueMs - now()) : LIVE_EVERY_MS;
      dueMs = Number.POSITIVE_INFINITY;
      request(waitMs);
    }
  }

  async function showNow(): Promise<void> {
    const { clock } = store.getState();
    const atMs = clock.mode === 'live' ? presentOf(clock, now()) : clock.now;
    const run = frames.peek<WaterRun>(WATER_RUN);
    if (clock.mode === 'set' && run?.network === network && isWithin(run, atMs)) {
      const params = { network, run: run.id, atMs };
      const values = await line.ask((worker) => worker.call('frame', params, { signal }), signal);
      if (values) {
        publish(values);
        return;
      }
    }
    const incident = frames.peek<WaterIncident>(WATER_INCIDENT);
    const history = incident?.network === network ? incident.history : [];
    const moment = {
      network,
      atMs,
      readings: readingsAt(atMs),
      history: history.filter((step) => step.atMs <= atMs),
    };
    take(await line.ask((worker) => worker.call('solve', moment, { signal }), signal));
  }

  function take({ values, report: said, incident }: WaterSolution): void {
    publish(values);
    report(said);
    frames.publish(WATER_INCIDENT_RESULT, incident);
    if (said.problem) problems.reportSolve(network, said.problem.reason);
    else problems.clearSolve(network);
    problems.clearWorker();
  }

  const publish = (values: NetworkValues) => frames.publish(pipeValues(network), values);

  function readingsAt(atMs: number): readonly NetworkReading[] {
    const readings = frames.peek<readonly NetworkReading[]>(NETWORK_READINGS) ?? [];
    return readings
      .filter((reading) => reading.network === 'water')
      .map((reading) =>
        Math.abs(reading.timeMs - atMs) <= MOST_APART_MS ? reading : { ...reading, isStale: true },
      );
  }

  let hasReadings = false;
  const ends: (() => void)[] = [];
  return {
    start(): void {
      ends.push(
        store.subscribe(({ clock }, { clock: before }) => {
          if (clock.mode !== before.mode) request(0);
          else if (clock.mode === 'set' && clock.now !== before.now) request(SET_AFTER_MS);
        }),
        frames.subscribe((channel) => {
          if (channel === WATER_INCIDENT || channel === WATER_RUN) request(0);
          if (channel !== NETWORK_READINGS) return;
          if (!hasReadings || store.getState().clock.mode === 'set') request(READINGS_AFTER_MS);
          hasReadings = true;
        }),
      );
      request(0);
    },
    stop(): void {
      clearTimeout(timer);
      for (const end of ends) end();
      frames.publish(pipeValues(network), undefined);
      frames.publish(WATER_INCIDENT_RESULT, undefined);
    },
  };
}

const isWithin = ({ startMs, endMs }: WaterRun, atMs: number) => atMs >= startMs && atMs <= endMs;
