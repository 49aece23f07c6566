// Datastreams and observations: the entities with millions of rows.

import type { EntitySet } from './entity.ts';
import {
  geometryColumn,
  instantColumn,
  jsonColumn,
  jsonOf,
  mergedProperties,
  textColumn,
} from './entity-properties.ts';
import { instantJson, intervalJson, textJson } from './sql/json-text.ts';

const timeOf = (row: string, which: 'min' | 'max') =>
  `(select ${which}(o.phenomenon_time) from observation o where o.datastream_id = ${row}.id)`;

export const datastreams: EntitySet = {
  name: 'Datastreams',
  single: 'Datastream',
  table: 'datastream',
  key: ['id'],
  properties: {
    name: textColumn('name'),
    description: textColumn('description'),
    observationType: textColumn('observation_type'),
    unitOfMeasurement: jsonColumn('unit_of_measurement'),
    observedArea: geometryColumn('observed_area', { isNullable: true }),
    phenomenonTime: {
      kind: 'interval',
      sql: (row) => timeOf(row, 'min'),
      endSql: (row) => timeOf(row, 'max'),
      json: (row) => intervalJson(timeOf(row, 'min'), timeOf(row, 'max')),
      isNullable: true,
    },
    properties: mergedProperties({ intervalS: 'interval_s', thresholds: 'thresholds' }),
  },
  navigations: {
    Thing: {
      target: 'Things',
      isMany: false,
      join: (datastream, thing) => `${thing}.id = ${datastream}.thing_id`,
    },
    Sensor: {
      target: 'Sensors',
      isMany: false,
      join: (datastream, sensor) => `${sensor}.id = ${datastream}.sensor_id`,
    },
    ObservedProperty: {
      target: 'ObservedProperties',
      isMany: false,
      join: (datastream, property) => `${property}.id = ${datastream}.observed_property_id`,
    },
    Observations: {
      target: 'Observations',
      isMany: true,
      join: (datastream, observation) => `${observation}.datastream_id = ${datastream}.id`,
    },
  },
};

/** The observation of datastream 7 at 1 s after 1970 is `7@1000`. */
const observationId = (row: string) =>
  `(${row}.datastream_id || '@' || floor(extract(epoch from ${row}.phenomenon_time) * 1000)::bigint)`;

const more = (row: string, member: string) => `(${row}.more -> '${member}')`;

/** Bits of `live-frame.ts`: two for the quality, one for simulated. */
const qualityJson = (row: string) => `('{"quality": "' ||
  (array['good', 'uncertain', 'bad', 'missing'])[(${row}.quality & 3) + 1] ||
  '", "simulated": ' || case when ${row}.quality & 4 <> 0 then 'true' else 'false' end || '}')`;

export const observations: EntitySet = {
  name: 'Observations',
  single: 'Observation',
  table: 'observation',
  key: ['datastream_id', 'phenomenon_time'],
  properties: {
    id: { kind: 'string', sql: observationId, json: (row) => textJson(observationId(row)) },
    phenomenonTime: {
      ...instantColumn('phenomenon_time'),
      json: (row) =>
        `coalesce(${more(row, 'phenomenonTime')}::text, ${instantJson(`${row}.phenomenon_time`)})`,
    },
    result: {
      kind: 'result',
      sql: (row) => `${row}.result`,
      json: (row) => `coalesce(${more(row, 'result')}::text, to_json(${row}.result)::text, 'null')`,
      isNullable: true,
    },
    resultTime: {
      ...instantColumn('result_time'),
      json: (row) => `coalesce(${instantJson(`${row}.result_time`)}, 'null')`,
      isNullable: true,
    },
    resultQuality: jsonOf(
      (row) => `coalesce(${more(row, 'resultQuality')}, ${qualityJson(row)}::jsonb)`,
    ),
    validTime: jsonOf((row) => more(row, 'validTime'), true),
    parameters: jsonOf((row) => more(row, 'parameters'), true),
  },
  navigations: {
    Datastream: {
      target: 'Datastreams',
      isMany: false,
      join: (observation, datastream) => `${datastream}.id = ${observation}.datastream_id`,
    },
    FeatureOfInterest: { target: 'FeaturesOfInterest', isMany: false, join: featureOf },
  },
};

/** An observation that names no feature was made at the place of its thing. */
function featureOf(observation: string, feature: string): string {
  return `${feature}.id = coalesce(${observation}.feature_of_interest_id, (
    select min(f.id) from datastream d
      join thing_location l on l.thing_id = d.thing_id
      join feature_of_interest f on f.location_id = l.location_id
    where d.id = ${observation}.datastream_id))`;
}

export function observationsAt(feature: string, observation: string): string {
  return `(${observation}.feature_of_interest_id = ${feature}.id or (
    ${observation}.feature_of_interest_id is null and ${observation}.datastream_id = any (array(
      select d.id from datastream d join thing_location l on l.thing_id = d.thing_id
      where l.location_id = ${feature}.location_id))))`;
}
