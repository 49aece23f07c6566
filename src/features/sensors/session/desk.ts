// What is known of the feed at the moment, and how it becomes state and frame.

import type { Alarm, LiveClock } from '#contract/live-event.ts';
import { ELEMENT_READINGS } from '#model/element-reading.ts';
import { FIRE_READINGS } from '#model/fire-reading.ts';
import { NETWORK_READINGS } from '#model/network-reading.ts';
import { findObservedProperty } from '#model/observed-property.ts';
import type { Thresholds } from '#model/thresholds.ts';
import { instant } from '#model/time.ts';
import { WATER_READINGS } from '#model/water-reading.ts';
import { WEATHER_READINGS } from '#model/weather-reading.ts';
import { followSource, presentOf } from '#store/clock.ts';
import { dismissNotice, notify } from '#store/workbench.ts';
import type { FeedItem, FeedSummary, LatestColumns } from '#workers/feed/client.ts';
import { SENSORS, type SensorColumns } from '../contract.ts';
import { mergeAlarms } from '../kernel/alarm.ts';
import {
  readingsOfElements,
  readingsOfFire,
  readingsOfNetworks,
  readingsOfWaters,
  readingsOfWeather,
} from '../kernel/bound-readings.ts';
import { findRow } from '../kernel/columns.ts';
import { FrameMaker } from '../kernel/frame-maker.ts';
import { ageReadings } from '../kernel/status.ts';
import { messages } from '../messages.ts';
import { report, type SensorAlarm, selectSensors, selectUnacknowledged } from '../state.ts';
import type { FeedParts } from './world.ts';

const NOTICE = 'sensors-alarm';

export class Desk {
  readonly #parts: FeedParts;
  #maker: FrameMaker;
  #summary: FeedSummary | undefined;
  #latest: LatestColumns | undefined;
  #alarms: readonly Alarm[] = [];

  constructor(parts: FeedParts, sensors: SensorColumns) {
    this.#parts = parts;
    this.#maker = new FrameMaker(sensors);
    report(parts.store, { isSimulated: sensors.isSimulated, connection: 'connecting' });
    this.publish();
  }

  get columns(): SensorColumns {
    return this.#maker.columns;
  }

  get summary(): FeedSummary | undefined {
    return this.#summary;
  }

  take({ summary, latest, changedRows, alarms, sensors }: FeedItem): void {
    if (sensors) {
      this.#maker = new FrameMaker(sensors);
      report(this.#parts.store, { isSimulated: sensors.isSimulated });
    }
    const isOther = summary.shown !== this.#summary?.shown;
    this.#summary = summary;
    if (latest) {
      this.#latest = latest;
      this.#maker.read(latest, sensors || isOther ? undefined : changedRows);
    }
    const known = new Set(this.#alarms.map(({ id }) => id));
    if (alarms) this.#alarms = mergeAlarms(this.#alarms, alarms);
    if (alarms || sensors) this.#reportAlarms();
    if (alarms && !alarms.isSnapshot) this.#announce(known);
    this.#reportSummary(summary);
    this.#followClock(summary);
    if (latest || alarms || sensors) this.publish();
  }

  /** Takes in one alarm that a call brought, ahead of the event that says the same. */
  noteAlarm(alarm: Alarm): void {
    this.#alarms = mergeAlarms(this.#alarms, { isSnapshot: false, alarms: [alarm] });
    this.#reportAlarms();
    this.#announce(new Set(this.#alarms.map(({ id }) => id)));
    this.publish();
  }

  /** Judges by limits that a call has just changed, ahead of the catalogue that says the same. */
  noteThresholds(number: number, thresholds: Thresholds): void {
    const row = findRow(this.columns, number);
    if (row === undefined) return;
    const { rows } = this.columns;
    const changed = { ...rows, thresholds: rows.thresholds.with(row, thresholds) };
    this.#maker = new FrameMaker({ ...this.columns, rows: changed });
    if (this.#latest) this.#maker.read(this.#latest);
    this.publish();
  }

  /** Takes in the clock that a call has set, ahead of the event that says the same. */
  noteClock(clock: LiveClock): void {
    const { store, world } = this.#parts;
    const { nowMs, rate } = clock;
    report(store, { clock });
    followSource(store, { now: instant(nowMs), wall: instant(world.now()), rate });
  }

  /** While nothing comes in, what is there grows old. */
  age(): void {
    const { store, world } = this.#parts;
    if (!this.#latest || this.#summary?.shown !== 'live') return;
    if (this.#summary.connection === 'live') return;
    const nowMs = presentOf(store.getState().clock, world.now());
    this.#maker.read(ageReadings(this.columns, this.#latest, nowMs));
    this.publish();
  }

  /** Makes a frame of what is known and how the person wants to see it. */
  publish(): void {
    const { store, frames } = this.#parts;
    const { filter, colourBy, ramp } = selectSensors(store.getState());
    const { frame, counts } = this.#maker.make({
      filter,
      property: colourBy,
      ramp,
      alarms: this.#alarms,
      sequence: this.#summary?.shown === 'live' ? this.#summary.sequence : -1,
      sourceTimeMs: this.#summary?.sourceTimeMs ?? Number.NaN,
    });
    frames.publish(SENSORS, frame);
    frames.publish(ELEMENT_READINGS, readingsOfElements(frame));
    frames.publish(NETWORK_READINGS, readingsOfNetworks(frame));
    frames.publish(WATER_READINGS, readingsOfWaters(frame));
    frames.publish(FIRE_READINGS, readingsOfFire(frame));
    frames.publish(WEATHER_READINGS, readingsOfWeather(frame));
    report(store, { counts });
  }

  #reportAlarms(): void {
    const alarms = this.#alarms.flatMap((alarm): SensorAlarm[] => {
      const row = findRow(this.columns, alarm.datastream);
      const sensor = row === undefined ? undefined : this.columns.rows.sensor[row];
      const property = row === undefined ? undefined : this.columns.rows.property[row];
      const sensorId = sensor === undefined ? undefined : this.columns.id[sensor];
      if (sensor === undefined || !property || sensorId === undefined) return [];
      return [
        { ...alarm, sensor, sensorId, name: this.columns.name[sensor] ?? sensorId, property },
      ];
    });
    report(this.#parts.store, { alarms });
  }

  /** Says the most urgent alarm that was not there before; takes it back once none waits. */
  #announce(known: ReadonlySet<number>): void {
    const { store } = this.#parts;
    const waiting = selectUnacknowledged(store.getState());
    const raised = waiting.find(
      ({ id, clearedAtMs }) => !known.has(id) && clearedAtMs === undefined,
    );
    if (raised) {
      const { shown } = findObservedProperty(raised.property);
      const value = `${(raised.value * shown.factor).toFixed(shown.digits)} ${shown.symbol}`.trim();
      notify(store, { id: NOTICE, tone: 'error', text: messages.raised(raised.name, value) });
    } else if (waiting.length === 0) dismissNotice(store, NOTICE);
  }

  #reportSummary(summary: FeedSummary): void {
    const { store, problems } = this.#parts;
    const known = (value: number) => (Number.isNaN(value) ? undefined : value);
    report(store, {
      connection: summary.connection,
      connectionSinceMs: summary.connectionSinceMs,
      shown: summary.shown,
      isLoading: summary.isLoading,
      sourceTimeMs: known(summary.sourceTimeMs),
      latestMs: known(summary.latestMs),
      readingCount: summary.count,
      staleCount: summary.staleCount,
      clock: summary.clock,
    });
    const { connection, problem, shown } = summary;
    const isOffline = connection === 'offline';
    const offline = problem ? messages.offline(problem) : messages.offlinePlain;
    problems.say('feed', isOffline ? offline : undefined, summary.connectionSinceMs);
    const replayFailure = shown === 'replay' && !isOffline && problem;
    problems.say('replay', replayFailure ? messages.replayFailed(problem) : undefined);
    const isSilent =
      shown === 'live' &&
      connection === 'live' &&
      summary.count > 0 &&
      summary.staleCount >= this.columns.rows.count;
    problems.say('readings', isSilent ? messages.allStale : undefined);
  }

  #followClock({ shown, connection, sourceTimeMs, receivedAtMs, clock }: FeedSummary): void {
    if (shown !== 'live' || connection !== 'live' || Number.isNaN(sourceTimeMs)) return;
    followSource(this.#parts.store, {
      now: instant(sourceTimeMs),
      wall: instant(receivedAtMs),
      rate: clock?.rate ?? 1,
    });
  }
}
