// What `GET /live/datastreams` answers: the sensors of a city with the numbers that name their datastreams
// in `/live`.

import * as v from 'valibot';
import { datastreamDeclaration, sensorThing } from './sensor-catalogue.ts';

export const numberedDatastream = v.object({
  ...datastreamDeclaration.entries,
  /** Names it in live frames, history and SensorThings. */
  number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
});
export type NumberedDatastream = v.InferOutput<typeof numberedDatastream>;

export const numberedSensor = v.object({
  ...sensorThing.entries,
  datastreams: v.array(numberedDatastream),
});
export type NumberedSensor = v.InferOutput<typeof numberedSensor>;

export const datastreamCatalogue = v.object({
  sensors: v.array(numberedSensor),
  /** True where no instrument stands there and a model makes every reading. */
  simulated: v.boolean(),
});
export type DatastreamCatalogue = v.InferOutput<typeof datastreamCatalogue>;

/** Throws one sentence naming the place. */
export function parseDatastreamCatalogue(value: unknown): DatastreamCatalogue {
  const parsed = v.safeParse(datastreamCatalogue, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`Datastreams, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}.`);
}
