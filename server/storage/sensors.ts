import {
  type DatastreamCatalogue,
  parseDatastreamCatalogue,
} from '#contract/datastream-catalogue.ts';
import type { SensorCatalogue } from '#contract/sensor-catalogue.ts';
import {
  findObservedProperty,
  type ObservedPropertyId,
  observedProperties,
} from '#model/observed-property.ts';
import { type SensorKind, sensorKinds } from '#model/sensor-kind.ts';
import type { Database, Queries } from './database.ts';
import * as statements from './sensor-statements.ts';

/**
 * Makes the entities of a city's catalogue: what has the same ids as before stays the same entity with its
 * readings, what is gone goes, limits that an operator chose stay. Returns the catalogue with its numbers.
 */
export async function syncSensors(
  queries: Queries,
  city: string,
  catalogue: SensorCatalogue,
): Promise<DatastreamCatalogue> {
  await syncObservedProperties(queries);
  await syncInstruments(queries, city, catalogue);
  const isSimulated = catalogue.simulated === true;
  const things = [city, JSON.stringify(catalogue.sensors.map((one) => toThing(one, isSimulated)))];
  await queries.query(statements.removeThings, things);
  await queries.query(statements.syncThings, things);
  await queries.query(statements.moveLocations, things);
  await queries.query(statements.makeLocations, things);
  const datastreams = [city, JSON.stringify(toDatastreams(catalogue))];
  await queries.query(statements.removeDatastreams, datastreams);
  await queries.query(statements.syncDatastreams, datastreams);
  await queries.query(statements.removeLocations, [city]);
  await queries.query(statements.removeInstruments, [city]);
  const synced = await readCatalogue(queries, city);
  return synced ?? { sensors: [], simulated: isSimulated };
}

/** The sensors of a city with the numbers of their datastreams; undefined where the city is not known. */
export async function readCatalogue(
  { query }: Queries,
  city: string,
): Promise<DatastreamCatalogue | undefined> {
  const [known] = await query<{ simulated: boolean | null }>(
    `select coalesce(bool_or((properties ->> 'simulated')::boolean), false) as simulated
    from thing where city = $1
    having exists (select from city_build where city = $1) or count(*) > 0`,
    [city],
  );
  if (!known) return undefined;
  const sensors = await query<{ sensor: object }>(statements.readCatalogue, [city]);
  return parseDatastreamCatalogue({
    simulated: known.simulated,
    sensors: sensors.map(({ sensor }) => sensor),
  });
}

/** Ids of the cities that have datastreams. */
export async function listSensorCities(database: Database): Promise<string[]> {
  const rows = await database.query<{ city: string }>(
    `select city from thing where city is not null
      and exists (select from datastream where thing_id = thing.id) group by city order by city`,
  );
  return rows.map(({ city }) => city);
}

async function syncObservedProperties({ query }: Queries): Promise<void> {
  const rows = Object.entries(observedProperties).map(([id, { name, definition }]) => ({
    id,
    name: name.en,
    definition,
    description: `${name.en} (${name.zh})`,
  }));
  await query(
    `insert into observed_property (name, definition, description, properties)
    select name, definition, description, jsonb_build_object('id', id)
    from jsonb_to_recordset($1) as given (id text, name text, definition text, description text)
    on conflict (definition) do update
    set name = excluded.name, description = excluded.description, properties = excluded.properties`,
    [JSON.stringify(rows)],
  );
}

/** SensorThings wants to know the instrument of a datastream; a catalogue knows its kind. */
async function syncInstruments(
  { query }: Queries,
  city: string,
  { sensors, simulated = false }: SensorCatalogue,
): Promise<void> {
  const kinds = [...new Set(sensors.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => ({ kind, ...describeInstrument(kind, simulated) }));
  const parameters = [city, JSON.stringify(rows), simulated];
  const given = `jsonb_to_recordset($2) as given (kind text, name text, description text)`;
  const properties = `jsonb_build_object('city', $1::text, 'kind', given.kind, 'simulated', $3::boolean)`;
  await query(
    `update sensor set name = given.name, description = given.description,
      metadata = to_jsonb(given.description), properties = ${properties}
    from ${given} where sensor.properties ->> 'city' = $1 and sensor.properties ->> 'kind' = given.kind`,
    parameters,
  );
  await query(
    `insert into sensor (name, description, encoding_type, metadata, properties)
    select name, description, 'text/html', to_jsonb(description), ${properties} from ${given}
    where not exists (select from sensor
      where properties ->> 'city' = $1 and properties ->> 'kind' = given.kind)`,
    parameters,
  );
}

const describeInstrument = (kind: SensorKind, isSimulated: boolean) => ({
  name: isSimulated ? `${sensorKinds[kind].en} (simulated)` : sensorKinds[kind].en,
  description: isSimulated
    ? `No instrument stands here: a model of Panopolis makes the readings of each ${sensorKinds[kind].en.toLowerCase()}.`
    : `${sensorKinds[kind].en} (${sensorKinds[kind].zh}).`,
});

type Sensor = SensorCatalogue['sensors'][number];

function toThing(sensor: Sensor, isSimulated: boolean) {
  const { id, name, longitudeDeg, latitudeDeg, heightM, datastreams: _, ...properties } = sensor;
  return {
    asset: id,
    name,
    description: sensorKinds[sensor.kind].en,
    location: { type: 'Point', coordinates: [longitudeDeg, latitudeDeg, heightM] },
    properties: { ...properties, simulated: isSimulated },
  };
}

const toDatastreams = ({ sensors, simulated = false }: SensorCatalogue) =>
  sensors.flatMap((sensor) =>
    sensor.datastreams.map(({ id, property, intervalS, thresholds, forecast }) => {
      const { name, definition, unit } = findObservedProperty(property);
      const what = forecast === true ? `${name.en}, forecast` : name.en;
      return {
        thing: sensor.id,
        kind: sensor.kind,
        asset: id,
        name: `${sensor.name}, ${what}`,
        description: `${what} at ${sensor.name}${simulated ? ', simulated' : ''}`,
        definition,
        unit: unitOf(property, unit),
        interval: intervalS,
        thresholds: thresholds ?? null,
        properties: { property, simulated, ...(forecast === true && { forecast }) },
      };
    }),
  );

const unitOf = (property: ObservedPropertyId, ucum: string) => ({
  name: observedProperties[property].name.en,
  symbol: ucum,
  definition: `ucum:${ucum}`,
});
