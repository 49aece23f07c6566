// The statements of `sensors.ts`: $1 is the city, $2 what its catalogue declares, as JSON.

const givenThings = `jsonb_to_recordset($2) as given (
  asset text, name text, description text, properties jsonb, location jsonb)`;

export const syncThings = `
  insert into thing (city, asset, name, description, properties)
  select $1, asset, name, description, properties from ${givenThings}
  on conflict (city, asset) do update set name = excluded.name,
    description = excluded.description, properties = excluded.properties`;

export const removeThings = `
  delete from thing where city = $1 and asset is not null
    and asset not in (select given.asset from ${givenThings})`;

const boundsOf = (geometry: string) => {
  const point = `point((${geometry} -> 'coordinates' ->> 0)::float8, (${geometry} -> 'coordinates' ->> 1)::float8)`;
  return `box(${point}, ${point})`;
};

export const moveLocations = `
  update location set name = given.name, location = given.location, bounds = ${boundsOf('given.location')}
  from ${givenThings} join thing on thing.city = $1 and thing.asset = given.asset
    join thing_location on thing_location.thing_id = thing.id
  where location.id = thing_location.location_id`;

export const makeLocations = `
  with missing as materialized (
    select thing.id as thing_id, nextval(pg_get_serial_sequence('location', 'id')) as location_id,
      given.name, given.location
    from ${givenThings} join thing on thing.city = $1 and thing.asset = given.asset
    where not exists (select from thing_location where thing_id = thing.id)
  ), made as (
    insert into location (id, name, description, encoding_type, location, bounds, properties)
    select location_id, name, 'Where it stands', 'application/geo+json', location,
      ${boundsOf('location')}, jsonb_build_object('city', $1::text) from missing
  ) insert into thing_location (thing_id, location_id) select thing_id, location_id from missing`;

/** Removing a thing leaves its place behind. */
export const removeLocations = `
  delete from location where properties ->> 'city' = $1 and not exists (select from thing_location where location_id = location.id)`;

const givenDatastreams = `jsonb_to_recordset($2) as given (
  thing text, kind text, asset text, name text, description text, definition text, unit jsonb,
  interval float8, thresholds jsonb, properties jsonb)`;

export const syncDatastreams = `
  insert into datastream (thing_id, sensor_id, observed_property_id, asset, name, description,
    observation_type, unit_of_measurement, interval_s, thresholds, properties)
  select thing.id, sensor.id, observed_property.id, given.asset, given.name, given.description,
    'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement', given.unit,
    given.interval, nullif(given.thresholds, 'null'), given.properties
  from ${givenDatastreams}
    join thing on thing.city = $1 and thing.asset = given.thing
    join observed_property on observed_property.definition = given.definition
    join sensor on sensor.properties ->> 'city' = $1 and sensor.properties ->> 'kind' = given.kind
  on conflict (thing_id, asset) do update set sensor_id = excluded.sensor_id,
    observed_property_id = excluded.observed_property_id, name = excluded.name,
    description = excluded.description, unit_of_measurement = excluded.unit_of_measurement,
    interval_s = excluded.interval_s, properties = excluded.properties,
    thresholds = case when datastream.thresholds_changed_at is null
      then excluded.thresholds else datastream.thresholds end`;

export const removeDatastreams = `
  delete from datastream using thing
  where thing.id = thing_id and thing.city = $1 and datastream.asset is not null
    and (thing.asset, datastream.asset) not in (select given.thing, given.asset from ${givenDatastreams})`;

export const removeInstruments = `
  delete from sensor where properties ->> 'city' = $1
    and not exists (select from datastream where sensor_id = sensor.id)`;

export const readCatalogue = `
  select (thing.properties - 'simulated') || jsonb_build_object(
    'id', thing.asset, 'name', thing.name,
    'longitudeDeg', location -> 'coordinates' -> 0, 'latitudeDeg', location -> 'coordinates' -> 1,
    'heightM', location -> 'coordinates' -> 2,
    'datastreams', coalesce((
      select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'number', datastream.id, 'id', datastream.asset, 'property', datastream.properties -> 'property',
        'intervalS', interval_s, 'thresholds', thresholds,
        'forecast', datastream.properties -> 'forecast')) order by datastream.id)
      from datastream where thing_id = thing.id and datastream.asset is not null), '[]')
  ) as sensor
  from thing join thing_location on thing_location.thing_id = thing.id
    join location on location.id = location_id
  where city = $1 and asset is not null order by thing.id`;
