// The entities of SensorThings 1.1 (18-088 §8) over the tables of `storage/migrations`.

import { datastreams, observations, observationsAt } from './entities-readings.ts';
import type { EntitySet, Navigation } from './entity.ts';
import {
  geometryColumn,
  instantColumn,
  jsonColumn,
  mergedProperties,
  textColumn,
} from './entity-properties.ts';

const name = textColumn('name');
const description = textColumn('description');
const encodingType = textColumn('encoding_type');
const properties = jsonColumn('properties', true);

/** Rows of `target` that hold the id of this one in `column`. */
const heldIn = (target: string, column: string): Navigation => ({
  target,
  isMany: true,
  join: (from, to) => `${to}.${column} = ${from}.id`,
});

const things: EntitySet = {
  name: 'Things',
  single: 'Thing',
  table: 'thing',
  key: ['id'],
  properties: {
    name,
    description,
    properties: mergedProperties({ city: 'city', asset: 'asset' }),
  },
  navigations: {
    Locations: {
      target: 'Locations',
      isMany: true,
      join: (thing, location) =>
        `${location}.id in (select location_id from thing_location where thing_id = ${thing}.id)`,
    },
    HistoricalLocations: heldIn('HistoricalLocations', 'thing_id'),
    Datastreams: heldIn('Datastreams', 'thing_id'),
  },
};

const locations: EntitySet = {
  name: 'Locations',
  single: 'Location',
  table: 'location',
  key: ['id'],
  properties: {
    name,
    description,
    encodingType,
    location: geometryColumn('location', { bounds: 'bounds' }),
    properties,
  },
  navigations: {
    Things: {
      target: 'Things',
      isMany: true,
      join: (location, thing) =>
        `${thing}.id in (select thing_id from thing_location where location_id = ${location}.id)`,
    },
    HistoricalLocations: heldIn('HistoricalLocations', 'location_id'),
  },
};

const historicalLocations: EntitySet = {
  name: 'HistoricalLocations',
  single: 'HistoricalLocation',
  table: 'historical_location',
  key: ['id'],
  properties: { time: instantColumn('"time"') },
  navigations: {
    Thing: {
      target: 'Things',
      isMany: false,
      join: (past, thing) => `${thing}.id = ${past}.thing_id`,
    },
    Locations: {
      target: 'Locations',
      isMany: true,
      join: (past, location) => `${location}.id = ${past}.location_id`,
    },
  },
};

const sensors: EntitySet = {
  name: 'Sensors',
  single: 'Sensor',
  table: 'sensor',
  key: ['id'],
  properties: { name, description, encodingType, metadata: jsonColumn('metadata'), properties },
  navigations: { Datastreams: heldIn('Datastreams', 'sensor_id') },
};

const observedProperties: EntitySet = {
  name: 'ObservedProperties',
  single: 'ObservedProperty',
  table: 'observed_property',
  key: ['id'],
  properties: { name, definition: textColumn('definition'), description, properties },
  navigations: { Datastreams: heldIn('Datastreams', 'observed_property_id') },
};

const featuresOfInterest: EntitySet = {
  name: 'FeaturesOfInterest',
  single: 'FeatureOfInterest',
  table: 'feature_of_interest',
  key: ['id'],
  properties: { name, description, encodingType, feature: geometryColumn('feature'), properties },
  navigations: {
    Observations: { target: 'Observations', isMany: true, join: observationsAt },
  },
};

export const entitySets: readonly EntitySet[] = [
  things,
  locations,
  historicalLocations,
  datastreams,
  sensors,
  observedProperties,
  observations,
  featuresOfInterest,
];

const byName = new Map(entitySets.map((set) => [set.name, set]));

export const findEntitySet = (setName: string): EntitySet | undefined => byName.get(setName);

/** The set that a navigation of the model leads to. */
export function targetOf({ target }: Navigation): EntitySet {
  const set = byName.get(target);
  if (!set) throw new Error(`The model has no entity set ${target}.`);
  return set;
}
