// A GeoJSON file of sensors → things of the sensor catalogue, each at its height above the ellipsoid.

import * as v from 'valibot';
import { type SensorThing, sensorThing } from '#contract/sensor-catalogue.ts';
import type { Geoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import { fromDegrees } from '#model/units.ts';
import {
  type FeatureCrsOptions,
  isObject,
  openFeatures,
  toFeatureId,
} from '../collections/feature-source.ts';
import { createToPosition, type ToPosition } from '../collections/positions.ts';
import type { ByteSource } from '../json/byte-source.ts';
import { parseBatch } from '../json/parse-batch.ts';

export interface SensorOptions extends FeatureCrsOptions {
  readonly geoid: Geoid;
  /** Height of the terrain above the ellipsoid (m) at a longitude and latitude (rad). */
  readonly groundAt: (longitude: number, latitude: number) => number;
}

export interface SensorFile {
  readonly sensors: readonly SensorThing[];
  readonly simulated: boolean;
}

/** Throws `InputError` naming file, sensor, value and what was expected. */
export function readSensors(source: ByteSource, options: SensorOptions): SensorFile {
  const { batches, members, crs } = openFeatures(source, options);
  const toPosition = createToPosition(crs, options.geoid);
  const sensors: SensorThing[] = [];
  for (const batch of batches) {
    for (const { value } of parseBatch(batch, source)) {
      sensors.push(toSensor(value, sensors.length + 1, { source, options, toPosition }));
    }
  }
  if (sensors.length === 0) throw new InputError({ file: source.file }, 'it has no sensors.');
  return { sensors, simulated: toSimulated(members.get('simulated'), source.file) };
}

function toSimulated(value: unknown, file: string): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw new InputError(
    { file, at: 'simulated' },
    `is ${JSON.stringify(value)}; expected true or false.`,
  );
}

interface Context {
  readonly source: ByteSource;
  readonly options: SensorOptions;
  readonly toPosition: ToPosition;
}

function toSensor(value: unknown, place: number, context: Context): SensorThing {
  const id = isObject(value) ? toFeatureId(value, place) : String(place);
  const fail = (sentence: string): never => {
    throw new InputError({ file: context.source.file, at: id }, sentence);
  };
  if (!isObject(value) || value.type !== 'Feature') return fail('it is no GeoJSON Feature.');
  const { heightAboveGround, ...declared } = isObject(value.properties) ? value.properties : {};
  if (heightAboveGround !== undefined && typeof heightAboveGround !== 'number') {
    return fail(`its heightAboveGround is ${JSON.stringify(heightAboveGround)}; expected metres.`);
  }
  const [longitudeDeg = 0, latitudeDeg = 0, heightM] = toPlace(value.geometry, context, fail);
  const groundM = context.options.groundAt(fromDegrees(longitudeDeg), fromDegrees(latitudeDeg));
  const aboveGroundM = heightAboveGround ?? (heightM === undefined ? 0 : undefined);
  const parsed = v.safeParse(sensorThing, {
    ...declared,
    id,
    longitudeDeg,
    latitudeDeg,
    heightM:
      aboveGroundM === undefined ? heightM : Math.round((groundM + aboveGroundM) * 1e3) / 1e3,
    ...(heightAboveGround !== undefined && { aboveGroundM: heightAboveGround }),
  });
  if (!parsed.success) return fail(toSentence(parsed.issues[0]));
  const ids = parsed.output.datastreams.map((datastream) => datastream.id);
  const twice = ids.find((one, at) => ids.indexOf(one) !== at);
  if (twice !== undefined) fail(`two of its datastreams have the id ${twice}; expected one each.`);
  return parsed.output;
}

function toPlace(
  geometry: unknown,
  { toPosition }: Context,
  fail: (sentence: string) => never,
): readonly number[] {
  const { type, coordinates } = isObject(geometry) ? geometry : {};
  const [x, y, z]: readonly unknown[] = Array.isArray(coordinates) ? coordinates : [];
  const isPosition =
    typeof x === 'number' && typeof y === 'number' && (z === undefined || typeof z === 'number');
  if (type !== 'Point' || !isPosition) {
    return fail(`its geometry is ${clip(geometry)}; expected a Point of two or three numbers.`);
  }
  return (
    toPosition(x, y, z) ??
    fail(`it stands at ${JSON.stringify(coordinates)}, which is no place on the Earth in its CRS.`)
  );
}

/** `its kind is "rivr"; expected a kind of sensor, e.g. river.` */
function toSentence(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'content';
  if (issue.kind === 'validation' && issue.expected === null && issue.type === 'raw_check') {
    return `its ${path}: ${issue.message}`;
  }
  if (issue.input === undefined) return `its ${path} is missing.`;
  const isOwn = issue.message.startsWith('expected');
  const expected = isOwn ? issue.message : `expected ${issue.expected ?? issue.requirement}`;
  return `its ${path} is ${clip(issue.input)}; ${expected}.`;
}

const clip = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
