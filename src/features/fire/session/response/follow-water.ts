// Whether hydrants carry the fire at the shown building: need and hydrants at once, then what the solver says of them,
// a few at a time, then all together. Anew when the building or the network changes, or the moment is another one.

import {
  HYDRANT_LINE,
  type HydrantDraw,
  type HydrantLine,
  type HydrantReport,
} from '#model/hydrant-flow.ts';
import { LEAST_PRESSURE_PA } from '#simulation/fire/response/hydrants.ts';
import { watch } from '#store/watch.ts';
import { LatestWork } from '#workers/latest-work.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { FIRE_HYDRANTS, FIRE_WATER, type WaterAtBuilding } from '../../contract/response.ts';
import { targetOf } from '../../state/change-response.ts';
import { responseMessages } from './messages.ts';
import { type ResponseParts, sentenceOf } from './parts.ts';
import { shownMsOf } from './wish.ts';

/** Demand changes little within it. */
const STALE_MS = 30 * 60_000;
/** Solved at once: the first numbers are there soon. */
const BATCH = 4;

export function followWater(parts: ResponseParts): () => void {
  const { store, frames, worker, problems, now } = parts;
  let known: HydrantLine['hydrants'] | undefined;
  let key = '';
  let solvedMs = Number.NaN;
  const work = new LatestWork({
    onFailure(error) {
      if (error instanceof WorkerDiedError) return false;
      problems.say('water', responseMessages.waterFailed(sentenceOf(error)));
      return true;
    },
    onSuccess: () => problems.say('water', undefined),
  });

  function look(): void {
    const state = store.getState();
    const line = frames.peek<HydrantLine>(HYDRANT_LINE);
    const target = targetOf(state);
    const atMs = shownMsOf(state, now());
    const next = `${target?.index} ${line?.network} ${line?.changes}`;
    if (next === key && !(Math.abs(atMs - solvedMs) > STALE_MS)) return;
    if (!target) frames.publish(FIRE_HYDRANTS, undefined);
    key = next;
    solvedMs = target ? atMs : Number.NaN;
    work.run(async (signal) => {
      if (line) await tellHydrants(line, signal);
      if (target) await solve(target.index, atMs, line, signal);
    });
  }

  async function tellHydrants(line: HydrantLine, signal: AbortSignal): Promise<void> {
    if (known === line.hydrants) return;
    const hydrants = await line.hydrants(signal);
    await worker.call('hydrants', { hydrants }, { signal });
    known = line.hydrants;
    await publishShortfall(signal);
  }

  async function publishShortfall(signal: AbortSignal): Promise<void> {
    const build = store.getState().city?.manifest.build ?? '';
    frames.publish(FIRE_WATER, await worker.call('shortfall', { build }, { signal }));
  }

  async function solve(
    building: number,
    atMs: number,
    line: HydrantLine | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const draws: Record<string, HydrantDraw> = {};
    let report: HydrantReport | undefined;
    const tell = async (isSolving: boolean, problem?: string) => {
      const params = { building, atMs, report, draws, isSolving, problem };
      const water: WaterAtBuilding = await worker.call('water', params, { signal });
      frames.publish(FIRE_HYDRANTS, water);
    };
    const { language } = store.getState().preferences;
    if (!line) return tell(false, responseMessages.noNetwork[language]);
    await tell(true);
    const { sets } = await worker.call('reach', { building }, { signal });
    const residualPa = LEAST_PRESSURE_PA;
    try {
      const drawn = new Map<string, HydrantDraw>();
      for (const { standard, hydrants, mostM3s } of sets) {
        if (hydrants.length === 0) continue;
        const same = [mostM3s, ...hydrants].join(' ');
        const draw =
          drawn.get(same) ?? (await line.together({ hydrants, atMs, residualPa, mostM3s }, signal));
        drawn.set(same, draw);
        draws[standard] = draw;
        await tell(true);
      }
      const wanted = [...new Set(sets.flatMap(({ hydrants }) => hydrants))];
      for (let from = 0; from < wanted.length; from += BATCH) {
        const hydrants = wanted.slice(from, from + BATCH);
        const more = await line.flows({ hydrants, atMs, residualPa }, signal);
        report = joined(report, more);
        await tell(from + BATCH < wanted.length);
      }
      if (wanted.length === 0) await tell(false);
      else await publishShortfall(signal);
    } catch (error) {
      if (signal.aborted || error instanceof WorkerDiedError) throw error;
      await tell(false, sentenceOf(error));
      throw error;
    }
  }

  const ends = [
    frames.subscribe((channel) => channel === HYDRANT_LINE && look()),
    watch(store, (state) => [targetOf(state)?.id], look),
    watch(store, ({ clock }) => [Math.floor(clock.now / 60_000)], look),
  ];
  look();
  return () => {
    work.stop();
    for (const end of ends) end();
  };
}

const joined = (before: HydrantReport | undefined, more: HydrantReport): HydrantReport =>
  before
    ? {
        ...more,
        rows: [...before.rows, ...more.rows],
        unknown: [...before.unknown, ...more.unknown],
      }
    : more;
