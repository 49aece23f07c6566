import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import { fold } from '#model/fold.ts';
import { sensorKinds } from '#model/sensor-kind.ts';
import { fromDegrees } from '#model/units.ts';
import type { SensorColumns } from '../contract.ts';

/** The catalogue as columns: sensors in its order, datastreams one after the other. */
export function toColumns({ sensors, simulated }: DatastreamCatalogue): SensorColumns {
  const firstRow = new Uint32Array(sensors.length + 1);
  for (const [at, { datastreams }] of sensors.entries()) {
    firstRow[at + 1] = (firstRow[at] ?? 0) + datastreams.length;
  }
  const rows = sensors.flatMap(({ datastreams }, sensor) =>
    datastreams.map((datastream) => ({ ...datastream, sensor })),
  );
  return {
    count: sensors.length,
    id: sensors.map(({ id }) => id),
    name: sensors.map(({ name }) => name),
    kind: sensors.map(({ kind }) => kind),
    network: sensors.map(({ network }) => network),
    element: sensors.map(({ element }) => element),
    building: sensors.map(({ building }) => building),
    bimElement: sensors.map(({ bimElement }) => bimElement),
    longitude: Float64Array.from(sensors, ({ longitudeDeg }) => fromDegrees(longitudeDeg)),
    latitude: Float64Array.from(sensors, ({ latitudeDeg }) => fromDegrees(latitudeDeg)),
    heightM: Float64Array.from(sensors, ({ heightM }) => heightM),
    aboveGroundM: Float64Array.from(sensors, ({ aboveGroundM = Number.NaN }) => aboveGroundM),
    heading: Float64Array.from(sensors, ({ headingDeg }) =>
      headingDeg === undefined ? Number.NaN : fromDegrees(headingDeg),
    ),
    firstRow,
    rows: {
      count: rows.length,
      number: Uint32Array.from(rows, ({ number }) => number),
      id: rows.map(({ id }) => id),
      property: rows.map(({ property }) => property),
      sensor: Uint32Array.from(rows, ({ sensor }) => sensor),
      intervalS: Float64Array.from(rows, ({ intervalS }) => intervalS),
      thresholds: rows.map(({ thresholds }) => thresholds),
    },
    isSimulated: simulated,
  };
}

/** The rows of a sensor, in order. */
export function rowsOf({ firstRow }: SensorColumns, sensor: number): readonly number[] {
  const first = firstRow[sensor] ?? 0;
  const end = firstRow[sensor + 1] ?? first;
  return Array.from({ length: end - first }, (_, offset) => first + offset);
}

interface Lookup {
  readonly positionOfId: ReadonlyMap<string, number>;
  readonly rowOfNumber: ReadonlyMap<number, number>;
}
const lookups = new WeakMap<SensorColumns, Lookup>();

function lookupOf(columns: SensorColumns): Lookup {
  const known = lookups.get(columns);
  if (known) return known;
  const made: Lookup = {
    positionOfId: new Map(columns.id.map((id, position) => [id, position])),
    rowOfNumber: new Map(Array.from(columns.rows.number, (number, row) => [number, row])),
  };
  lookups.set(columns, made);
  return made;
}

/** Position of the sensor with that id. */
export const findSensor = (columns: SensorColumns, id: string): number | undefined =>
  lookupOf(columns).positionOfId.get(id);

/** Row of the datastream with that number. */
export const findRow = (columns: SensorColumns, number: number): number | undefined =>
  lookupOf(columns).rowOfNumber.get(number);

const haystacks = new WeakMap<SensorColumns, readonly string[]>();

/** What a search reads of each sensor: id, name, element and kind in both languages, folded. */
export function haystacksOf(columns: SensorColumns): readonly string[] {
  const known = haystacks.get(columns);
  if (known) return known;
  const made = columns.id.map((id, at) => {
    const kind = columns.kind[at];
    const words = kind === undefined ? [] : [sensorKinds[kind].en, sensorKinds[kind].zh];
    return fold([id, columns.name[at], columns.element[at], ...words].filter(Boolean).join(' '));
  });
  haystacks.set(columns, made);
  return made;
}

/** Names a datastream in links: `sensor/datastream`. */
export function chartedIdOf(columns: SensorColumns, row: number): string {
  const sensor = columns.rows.sensor[row] ?? 0;
  return `${columns.id[sensor] ?? ''}/${columns.rows.id[row] ?? ''}`;
}

/** The row that such a name means in this catalogue. */
export function findChartedRow(columns: SensorColumns, chartedId: string): number | undefined {
  const slash = chartedId.lastIndexOf('/');
  const sensor = findSensor(columns, chartedId.slice(0, slash));
  if (sensor === undefined) return undefined;
  const datastream = chartedId.slice(slash + 1);
  return rowsOf(columns, sensor).find((row) => columns.rows.id[row] === datastream);
}
