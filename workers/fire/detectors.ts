// What detectors say of buildings: the newest reading of each, and the strongest of those before it that still counts.
// A gas detector that stands outside speaks for the buildings beside it. Values in the unit of the factor, times ms UTC.

import type { FireReading } from '#model/fire-reading.ts';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import { type Coefficients, coefficientOf } from '#simulation/fire/risk/coefficients.ts';
import { type LiveFactor, type LiveReadings, liveFactors } from '#simulation/fire/risk/factors.ts';

interface Meaning {
  readonly factor: LiveFactor;
  /** From the stored unit to the factor's. */
  readonly scale: number;
}
const meanings: Readonly<Partial<Record<ObservedPropertyId, Meaning>>> = {
  residualCurrent: { factor: 'residualCurrentMa', scale: 1000 },
  cableTemperature: { factor: 'cableTemperatureC', scale: 1 },
  smokeObscuration: { factor: 'smokeObscuration', scale: 100 },
  airTemperature: { factor: 'heatC', scale: 1 },
  methane: { factor: 'gasLelPercent', scale: 100 },
};

interface Said {
  readonly value: number;
  readonly timeMs: number;
}

export interface Detector {
  readonly building: number;
  readonly factor: LiveFactor;
  readonly latest: FireReading;
  /** m; absent where it is in the building. */
  readonly beside?: number;
  readonly now: Said;
  /** The reading that counts: the newest, or an earlier one that has not faded below it. */
  readonly strongest: Said;
}

export interface Beside {
  readonly building: number;
  readonly distanceM: number;
}

/** Finds a building by its id, or those that stand beside a place. */
export interface FindBuildings {
  byId(id: string): number | undefined;
  near(longitudeDeg: number, latitudeDeg: number): readonly Beside[];
}

export class Detectors {
  readonly #find: FindBuildings;
  readonly #said = new Map<string, readonly Detector[]>();
  /** What the model reads, with the first row of each key: changed in place while no detector comes or goes. */
  #table: { readonly readings: LiveReadings; readonly firstRow: Map<string, number> } | undefined;
  #ofBuilding: Map<number, string[]> | undefined;
  /** How many detectors of a building are silent, where any is. */
  readonly #silent = new Map<number, number>();

  constructor(find: FindBuildings) {
    this.#find = find;
  }

  get count(): number {
    return this.#said.size;
  }

  /** Buildings with a detector that is silent. */
  get silentBuildings(): number {
    return this.#silent.size;
  }

  all(): readonly Detector[] {
    return [...this.#said.values()].flat();
  }

  of(building: number): readonly Detector[] {
    this.#ofBuilding ??= this.#byBuilding();
    const keys = this.#ofBuilding.get(building) ?? [];
    return keys.flatMap((key) =>
      (this.#said.get(key) ?? []).filter((detector) => detector.building === building),
    );
  }

  /** One entry a detector and building, as the model reads them; the same arrays until the next `take`. */
  readings(): LiveReadings {
    if (!this.#table) {
      const firstRow = new Map<string, number>();
      let rows = 0;
      for (const [key, detectors] of this.#said) {
        firstRow.set(key, rows);
        rows += detectors.length;
      }
      this.#table = { readings: toLiveReadings(this.all()), firstRow };
    }
    return this.#table.readings;
  }

  take(
    { isAll, readings }: { readonly isAll: boolean; readonly readings: readonly FireReading[] },
    coefficients: Coefficients,
  ): void {
    if (isAll) {
      const kept = new Set(readings.map(keyOf));
      for (const key of this.#said.keys()) if (!kept.has(key)) this.#forget(key);
    }
    for (const reading of readings) this.#take(reading, coefficients);
  }

  #take(reading: FireReading, coefficients: Coefficients): void {
    const meaning = meanings[reading.property];
    if (!meaning) return;
    const key = keyOf(reading);
    const { factor, scale } = meaning;
    const now = { value: reading.value * scale, timeMs: reading.timeMs };
    const before = this.#said.get(key);
    const strongest = strongerOf(before?.[0]?.strongest, now, factor, coefficients);
    // Written out, since objects put together of others are slow to read: it took half of a frame.
    const detectors = this.#placesOf(reading, before).map(
      ({ building, distanceM }): Detector =>
        reading.building === ''
          ? { building, factor, latest: reading, now, strongest, beside: distanceM }
          : { building, factor, latest: reading, now, strongest },
    );
    if (detectors.length === 0) return;
    this.#countSilent(before, -1);
    this.#countSilent(detectors, 1);
    this.#said.set(key, detectors);
    if (before) this.#write(key, detectors);
    else this.#table = this.#ofBuilding = undefined;
  }

  #write(key: string, detectors: readonly Detector[]): void {
    const row = this.#table?.firstRow.get(key);
    if (!this.#table || row === undefined) return;
    const { value, timeS } = this.#table.readings;
    detectors.forEach(({ strongest }, at) => {
      value[row + at] = strongest.value;
      timeS[row + at] = strongest.timeMs / 1000;
    });
  }

  #countSilent(detectors: readonly Detector[] = [], by: 1 | -1): void {
    for (const { building, latest } of detectors) {
      if (!latest.isStale) continue;
      const silent = (this.#silent.get(building) ?? 0) + by;
      if (silent > 0) this.#silent.set(building, silent);
      else this.#silent.delete(building);
    }
  }

  #forget(key: string): void {
    this.#countSilent(this.#said.get(key), -1);
    this.#said.delete(key);
    this.#table = this.#ofBuilding = undefined;
  }

  #byBuilding(): Map<number, string[]> {
    const found = new Map<number, string[]>();
    for (const [key, detectors] of this.#said)
      for (const { building } of detectors) {
        const keys = found.get(building);
        if (keys) keys.push(key);
        else found.set(building, [key]);
      }
    return found;
  }

  #placesOf(
    { building, longitudeDeg, latitudeDeg }: FireReading,
    before: readonly Detector[] | undefined,
  ): readonly Beside[] {
    if (before)
      return before.map((one) => ({ building: one.building, distanceM: one.beside ?? 0 }));
    const known = building === '' ? undefined : this.#find.byId(building);
    if (known !== undefined) return [{ building: known, distanceM: 0 }];
    if (building !== '' || longitudeDeg === undefined || latitudeDeg === undefined) return [];
    return this.#find.near(longitudeDeg, latitudeDeg);
  }
}

const keyOf = ({ sensor, property }: FireReading): string => `${sensor} ${property}`;

/** The earlier one counts while what is left of it is more than what the newer one says; not after the time went back. */
function strongerOf(
  earlier: Said | undefined,
  newer: Said,
  factor: LiveFactor,
  coefficients: Coefficients,
): Said {
  if (!earlier || !(earlier.timeMs < newer.timeMs)) return newer;
  const left = liveLn(earlier, factor, coefficients, newer.timeMs);
  return left > liveLn(newer, factor, coefficients, newer.timeMs) ? earlier : newer;
}

interface LiveRule {
  readonly warn: number;
  readonly alarm: number;
  readonly lnAtAlarm: number;
  readonly halfLifeS: number;
  readonly staleS: number;
}
const rules = new WeakMap<Coefficients, ReadonlyMap<LiveFactor, LiveRule>>();

function ruleOf(coefficients: Coefficients, factor: LiveFactor): LiveRule {
  const known = rules.get(coefficients)?.get(factor);
  if (known) return known;
  const all = new Map(
    liveFactors.map((one) => {
      const of = (name: string) => coefficientOf(coefficients, `${one}.${name}`);
      const [warn, alarm, lnAtAlarm] = [of('warn'), of('alarm'), of('lnAtAlarm')];
      return [one, { warn, alarm, lnAtAlarm, halfLifeS: of('halfLife'), staleS: of('stale') }];
    }),
  );
  rules.set(coefficients, all);
  const made = all.get(factor);
  if (!made) throw new RangeError(`There is no live factor “${factor}”.`);
  return made;
}

/** What a reading adds at a time (ln): as `simulation/fire/risk/live.ts`, of one reading. */
export function liveLn(
  { value, timeMs }: Said,
  factor: LiveFactor,
  coefficients: Coefficients,
  atMs: number,
): number {
  const { warn, alarm, lnAtAlarm, halfLifeS, staleS } = ruleOf(coefficients, factor);
  const ageS = Math.max(0, (atMs - timeMs) / 1000);
  if (!(ageS <= staleS) || !Number.isFinite(value)) return 0;
  const ramp = Math.min(1, Math.max(0, (value - warn) / (alarm - warn)));
  return lnAtAlarm * ramp * 0.5 ** (ageS / halfLifeS);
}

function toLiveReadings(detectors: readonly Detector[]): LiveReadings {
  return {
    building: Uint32Array.from(detectors, ({ building }) => building),
    kind: Uint8Array.from(detectors, ({ factor }) => liveFactors.indexOf(factor)),
    value: Float32Array.from(detectors, ({ strongest }) => strongest.value),
    timeS: Float64Array.from(detectors, ({ strongest }) => strongest.timeMs / 1000),
  };
}
