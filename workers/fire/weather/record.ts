// The weather that the city's server has on record, asked as the feed asks it: of the one station that measures all that
// the fire weather needs and lies nearest to the town.

import type { NumberedSensor } from '#contract/datastream-catalogue.ts';
import { isSimulated, type LiveFrame, qualityOf } from '#contract/live-frame.ts';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { OpenParams } from '../../feed/protocol.ts';
import { createServerRequests } from '../../feed/server-requests.ts';
import { toTenMetres } from './assumed.ts';
import { type Course, DAY_MS, type WeatherCourses } from './noons.ts';

/** The server answers no longer span in one piece. */
const LONGEST_DAYS = 44;
/** Of temperature, humidity and wind: first, least and greatest of so many seconds are enough. */
const THIN_S = 600;

export interface WeatherRecord {
  readonly station: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly courses: WeatherCourses;
  readonly isSimulated: boolean;
}

interface Station {
  readonly name: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** Of its instruments over the ground; undefined where the city doesn't say. */
  readonly aboveGroundM: number | undefined;
  readonly number: Readonly<Record<'temperature' | 'humidity' | 'wind' | 'rain', number>>;
}

/** Undefined where no station says all that is needed. Throws where the server can't be asked. */
export async function readWeatherRecord(
  source: OpenParams,
  near: readonly [longitudeDeg: number, latitudeDeg: number],
  atMs: number,
  fetch: typeof globalThis.fetch,
  signal?: AbortSignal,
): Promise<WeatherRecord | undefined> {
  const server = createServerRequests(source, fetch);
  const catalogue = await server.catalogue(signal);
  const station = nearestStation(catalogue.sensors, near);
  if (!station) return undefined;
  const span = { fromMs: atMs - LONGEST_DAYS * DAY_MS, toMs: atMs };
  const history = (datastreams: readonly number[], everyS?: number) =>
    server.history({ ...span, datastreams, everyS }, signal);
  const { temperature, humidity, wind, rain } = station.number;
  const [air, rained] = await Promise.all([
    history([temperature, humidity, wind], THIN_S),
    history([rain]),
  ]);
  return {
    ...{ station: station.name, longitudeDeg: station.longitudeDeg },
    latitudeDeg: station.latitudeDeg,
    courses: {
      temperatureC: courseOf(air, temperature),
      humidity: courseOf(air, humidity),
      windMs: courseOf(air, wind, toTenMetres(station.aboveGroundM)),
      rainMs: courseOf(rained, rain),
    },
    isSimulated: catalogue.simulated || air.quality.some(isSimulated),
  };
}

/** Rain may be another's to say: the nearest gauge of it. */
function nearestStation(
  sensors: readonly NumberedSensor[],
  near: readonly [longitudeDeg: number, latitudeDeg: number],
): Station | undefined {
  const byDistance = (from: readonly [number, number]) => (a: NumberedSensor, b: NumberedSensor) =>
    distanceOf(a, from) - distanceOf(b, from);
  const stations = sensors.filter(({ kind }) => kind === 'weather').toSorted(byDistance(near));
  for (const station of stations) {
    const [temperature, humidity, wind] = (
      ['airTemperature', 'relativeHumidity', 'windSpeed'] as const
    ).map((property) => numberOf(station, property));
    const here = [station.longitudeDeg, station.latitudeDeg] as const;
    const rain = sensors
      .filter(({ kind }) => kind === 'weather' || kind === 'rain')
      .toSorted(byDistance(here))
      .map((sensor) => numberOf(sensor, 'rainfallRate'))
      .find((number) => number !== undefined);
    if (temperature === undefined || humidity === undefined) continue;
    if (wind === undefined || rain === undefined) continue;
    const { name, longitudeDeg, latitudeDeg, aboveGroundM } = station;
    const number = { temperature, humidity, wind, rain };
    return { name, longitudeDeg, latitudeDeg, aboveGroundM, number };
  }
  return undefined;
}

const distanceOf = (
  { longitudeDeg, latitudeDeg }: NumberedSensor,
  [longitude, latitude]: readonly [number, number],
): number =>
  Math.hypot(
    (longitudeDeg - longitude) * Math.cos((latitude * Math.PI) / 180),
    latitudeDeg - latitude,
  );

const numberOf = (
  { datastreams }: NumberedSensor,
  property: ObservedPropertyId,
): number | undefined => datastreams.find((one) => one.property === property)?.number;

function courseOf(frame: LiveFrame, datastream: number, factor = 1): Course {
  const rows = Array.from(frame.datastream.keys()).filter((row) => {
    const said = qualityOf(frame.quality[row] ?? 0);
    return frame.datastream[row] === datastream && said !== 'missing' && said !== 'bad';
  });
  rows.sort((a, b) => frame.timeMs[a]! - frame.timeMs[b]!);
  return {
    timeMs: Float64Array.from(rows, (row) => frame.timeMs[row]!),
    value: Float64Array.from(rows, (row) => frame.value[row]! * factor),
  };
}
