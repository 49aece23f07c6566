import type { Alarm } from '#contract/live-event.ts';
import { quality } from '#contract/live-frame.ts';
import type { RampId } from '#model/colour-ramp.ts';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import { levelOf, levels } from '#model/thresholds.ts';
import type {
  ColourScale,
  Readings,
  SensorColumns,
  SensorCounts,
  SensorFilter,
  SensorFrame,
} from '../contract.ts';
import { isUnacknowledged } from './alarm.ts';
import { colourScale } from './colour-scale.ts';
import { findRow } from './columns.ts';
import { filterSensors } from './filter.ts';

export interface FrameLook {
  readonly filter: SensorFilter;
  /** What sensors are shown and coloured by; the level where undefined. */
  readonly property: ObservedPropertyId | undefined;
  readonly ramp: RampId;
  readonly alarms: readonly Alarm[];
  readonly sequence: number;
  readonly sourceTimeMs: number;
}

/** Turns readings into frames; remembers levels, which fall only beyond their deadband, and the colour scale. */
export class FrameMaker {
  readonly columns: SensorColumns;
  readonly #level: Uint8Array;
  readonly #levelMs: Float64Array;
  #scale: ColourScale | undefined;
  #readings: Readings;

  constructor(columns: SensorColumns) {
    const { count } = columns.rows;
    this.columns = columns;
    this.#level = new Uint8Array(count);
    this.#levelMs = new Float64Array(count).fill(Number.NaN);
    this.#readings = {
      value: new Float64Array(count).fill(Number.NaN),
      timeMs: new Float64Array(count).fill(Number.NaN),
      quality: new Uint8Array(count).fill(quality.missing),
      isStale: new Uint8Array(count).fill(1),
    };
  }

  /** Takes readings in; `changedRows` may leave out those that are as before. */
  read(readings: Readings, changedRows?: Uint32Array): void {
    this.#readings = readings;
    if (changedRows) for (const row of changedRows) this.#judge(row);
    else for (let row = 0; row < this.columns.rows.count; row += 1) this.#judge(row);
  }

  #judge(row: number): void {
    const value = this.#readings.value[row] ?? Number.NaN;
    const timeMs = this.#readings.timeMs[row] ?? Number.NaN;
    const isUsable = !Number.isNaN(value) && (this.#readings.quality[row]! & 3) < quality.bad;
    const thresholds = this.columns.rows.thresholds[row];
    // Going back in time there is nothing yet that a level could be held from.
    const held = timeMs >= this.#levelMs[row]! ? levels[this.#level[row]!] : 'normal';
    this.#level[row] =
      isUsable && thresholds ? levels.indexOf(levelOf(value, thresholds, held)) : 0;
    this.#levelMs[row] = timeMs;
  }

  make(look: FrameLook): { readonly frame: SensorFrame; readonly counts: SensorCounts } {
    const { columns } = this;
    const bySensor = this.#bySensor(look.property);
    // Of a past instant the alarms of now say nothing.
    if (look.sequence >= 0) this.#raise(bySensor.sensorLevel, look.alarms);
    this.#scale =
      look.property && colourScale(columns, this.#readings, look.property, look.ramp, this.#scale);
    const { isMatching, counts } = filterSensors({ sensors: columns, ...bySensor }, look.filter);
    const frame = {
      sensors: columns,
      ...this.#readings,
      level: this.#level.slice(),
      ...bySensor,
      isMatching,
      isUnacknowledged: this.#unacknowledged(look.alarms),
      scale: this.#scale,
      sequence: look.sequence,
      sourceTimeMs: look.sourceTimeMs,
    };
    return { frame, counts };
  }

  #bySensor(property: ObservedPropertyId | undefined) {
    const { count, firstRow, rows } = this.columns;
    const shownRow = new Int32Array(count).fill(-1);
    const sensorLevel = new Uint8Array(count);
    const sensorIsStale = new Uint8Array(count);
    for (let sensor = 0; sensor < count; sensor += 1) {
      const first = firstRow[sensor]!;
      const end = firstRow[sensor + 1]!;
      if (first === end) continue;
      let shown = first;
      let level = 0;
      let isStale = 1;
      for (let row = end - 1; row >= first; row -= 1) {
        if (rows.property[row] === property) shown = row;
        level = Math.max(level, this.#level[row]!);
        isStale &= this.#readings.isStale[row]!;
      }
      shownRow[sensor] = shown;
      sensorLevel[sensor] = level;
      sensorIsStale[sensor] = isStale;
    }
    return { shownRow, sensorLevel, sensorIsStale };
  }

  /** A sensor whose alarm stands is at that level, whatever its last reading: the server has the last word. */
  #raise(sensorLevel: Uint8Array, alarms: readonly Alarm[]): void {
    for (const alarm of alarms) {
      const sensor = this.#sensorOf(alarm);
      if (sensor === undefined || alarm.clearedAtMs !== undefined) continue;
      sensorLevel[sensor] = Math.max(sensorLevel[sensor]!, levels.indexOf(alarm.level));
    }
  }

  #sensorOf({ datastream }: Alarm): number | undefined {
    const row = findRow(this.columns, datastream);
    return row === undefined ? undefined : this.columns.rows.sensor[row];
  }

  #unacknowledged(alarms: readonly Alarm[]): Uint8Array {
    const waits = new Uint8Array(this.columns.count);
    for (const alarm of alarms) {
      const sensor = this.#sensorOf(alarm);
      if (sensor !== undefined && alarm.level === 'alarm' && isUnacknowledged(alarm)) {
        waits[sensor] = 1;
      }
    }
    return waits;
  }
}
