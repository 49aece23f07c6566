// The sensors of a city as `ingest` writes them (`sensors.json` of a package) and as the server lists them:
// a thing at a place with its datastreams. A thing is a SensorThings Thing, a datastream a Datastream.

import * as v from 'valibot';
import { isObservedPropertyId, type ObservedPropertyId } from '#model/observed-property.ts';
import { isSensorKind, type SensorKind } from '#model/sensor-kind.ts';
import { findThresholdFault, type Thresholds } from '#model/thresholds.ts';
import { utilityNetworks } from '#model/utility-network.ts';

/** News older than so many intervals is stale; silence that long is a gap. */
export const STALE_INTERVALS = 3;

const finite = v.pipe(v.number(), v.finite());

export const thresholds = v.pipe(
  v.object({
    alarmLow: v.optional(finite),
    warningLow: v.optional(finite),
    warningHigh: v.optional(finite),
    alarmHigh: v.optional(finite),
    deadband: v.optional(finite),
    delayS: v.optional(finite),
  }),
  v.transform((limits) => limits as Thresholds),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const fault = findThresholdFault(dataset.value);
    if (fault) addIssue({ message: fault });
  }),
);

const networks = Object.keys(utilityNetworks) as (keyof typeof utilityNetworks)[];

export const datastreamDeclaration = v.object({
  /** Unique within the thing: the observed property, with a suffix where it is measured twice. */
  id: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  property: v.custom<ObservedPropertyId>(
    (id) => typeof id === 'string' && isObservedPropertyId(id),
    'expected an observed property of Panopolis, e.g. waterLevel',
  ),
  /** How often it reports, s. */
  intervalS: v.pipe(finite, v.minValue(0.1)),
  thresholds: v.optional(thresholds),
  /** True where it says what a model expects of times to come, beside the datastream that measures. */
  forecast: v.optional(v.boolean()),
});
export type DatastreamDeclaration = v.InferOutput<typeof datastreamDeclaration>;

export const sensorThing = v.object({
  /** Asset id as the operator of the sensor writes it; unique within the city. */
  id: v.pipe(v.string(), v.regex(/^[\w.:-]+$/)),
  kind: v.custom<SensorKind>(
    (kind) => typeof kind === 'string' && isSensorKind(kind),
    'expected a kind of sensor, e.g. river',
  ),
  name: v.string(),
  longitudeDeg: v.pipe(finite, v.minValue(-180), v.maxValue(180)),
  latitudeDeg: v.pipe(finite, v.minValue(-90), v.maxValue(90)),
  /** Above the WGS 84 ellipsoid, m. */
  heightM: finite,
  /** Over the ground it stands on, m; where it was said so. */
  aboveGroundM: v.exactOptional(finite),
  /** The network it belongs to and the element there: an id in its collection or its `.inp` file. */
  network: v.optional(v.picklist(networks)),
  element: v.optional(v.string()),
  /** Id of the building it is in. */
  building: v.optional(v.string()),
  /** GlobalId of the element of a building model that it watches: a room, a door, a pump. */
  bimElement: v.optional(v.pipe(v.string(), v.regex(/^[0-3][\w$]{21}$/))),
  /** Heading of a camera's view from north, degrees. */
  headingDeg: v.optional(finite),
  datastreams: v.array(datastreamDeclaration),
});
export type SensorThing = v.InferOutput<typeof sensorThing>;

export const sensorCatalogue = v.object({
  format: v.literal('panopolis-sensors'),
  version: v.literal(1),
  /** True where no instrument stands there and a model makes every reading. */
  simulated: v.optional(v.boolean()),
  sensors: v.array(sensorThing),
});
export type SensorCatalogue = v.InferOutput<typeof sensorCatalogue>;

/** Throws one sentence naming file and place. */
export function parseSensorCatalogue(value: unknown, file: string): SensorCatalogue {
  const parsed = v.safeParse(sensorCatalogue, value);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new Error(`${file}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}.`);
}
