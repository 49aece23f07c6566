// Buildings that detectors warn of, in the store: from an alarm a fire is a press away.

import type { SessionContext } from '#features/feature.ts';
import { FIRE_READINGS, type FireReading } from '#model/fire-reading.ts';
import type { AlarmedBuilding } from '../contract/alarmed.ts';
import type { BuildingRef } from '../contract.ts';
import { type WorstReading, worstReadings } from '../kernel/worst-readings.ts';
import { change } from '../state/change.ts';
import { findBuildings, toRef } from './building-refs.ts';

/** More are in the list of the risk. */
const MOST = 20;
const EVERY_MS = 1000;

export function keepAlarmed(
  { store, frames, find }: Pick<SessionContext, 'store' | 'frames' | 'find'>,
  signal: AbortSignal,
): () => void {
  const known = new Map<string, BuildingRef | undefined>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = '';

  async function keep(): Promise<void> {
    const readings = frames.peek<readonly FireReading[]>(FIRE_READINGS) ?? [];
    const worst = worstReadings(readings).slice(0, MOST);
    const fresh = worst.map(({ reading }) => reading.building).filter((id) => !known.has(id));
    const found = await findBuildings({ find }, fresh, signal);
    if (signal.aborted) return;
    for (const building of found) known.set(building.id, toRef(building));
    const alarmed = worst.flatMap((one) => toAlarmed(one, known) ?? []);
    const text = JSON.stringify(alarmed);
    if (text === kept) return;
    kept = text;
    change(store, () => ({ alarmed }));
  }

  /** News comes many times a second: what is said of it changes once a second at most. */
  function follow(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      keep().catch(() => {
        // Buildings that can't be asked for now are asked for with the next news.
      });
    }, EVERY_MS);
  }
  const unsubscribe = frames.subscribe((channel) => channel === FIRE_READINGS && follow());
  follow();
  return () => {
    unsubscribe();
    clearTimeout(timer);
    change(store, ({ alarmed }) => (alarmed.length === 0 ? {} : { alarmed: [] }));
  };
}

function toAlarmed(
  { reading, level, count }: WorstReading,
  known: ReadonlyMap<string, BuildingRef | undefined>,
): AlarmedBuilding | undefined {
  const building = known.get(reading.building);
  const { name, property, value, timeMs, isSimulated } = reading;
  return (
    building && { building, detector: name, property, value, timeMs, level, isSimulated, count }
  );
}
