// A mapping from a layer's fields to the schema: data, so that it can be proposed, changed and kept.

import * as v from 'valibot';
import { InputError } from '#model/input-error.ts';
import { nodeKinds } from '#model/pipe-network.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import { lengthUnits, nodeFields, pipeFields } from './schema-fields.ts';

const names = [...new Set([...pipeFields, ...nodeFields])];
const utilities = Object.keys(utilityNetworks) as UtilityNetwork[];

const fieldRule = v.object({
  /** Name in the file. */
  source: v.string(),
  /** Of lengths: numbers without a unit of their own are in it. */
  unit: v.optional(v.picklist(Object.keys(lengthUnits) as (keyof typeof lengthUnits)[])),
  /** 0 … 1: how sure the proposal is; 1 is what a person chose. */
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
export type FieldRule = v.InferOutput<typeof fieldRule>;

export const layerMapping = v.object({
  layer: v.picklist(['pipes', 'nodes']),
  utility: v.optional(v.picklist(utilities)),
  utilityConfidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Why the utility is taken for that, in words. */
  utilityReason: v.string(),
  /** Of nodes. */
  nodeKind: v.optional(v.picklist(nodeKinds)),
  fields: v.record(v.picklist(names), fieldRule),
  /** Spellings of no value beside null. */
  missing: v.array(v.union([v.string(), v.number()])),
  /** Whether pipes that are out of service, abandoned or removed are left out. */
  skipsOutOfService: v.boolean(),
});
export type LayerMapping = v.InferOutput<typeof layerMapping>;

const mappingFile = v.record(v.string(), layerMapping);

/** By file name. Throws one sentence that names the place. */
export function parseMappings(text: string, file: string): ReadonlyMap<string, LayerMapping> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InputError({ file }, 'it is no JSON; expected mappings by file name.', { cause });
  }
  const parsed = v.safeParse(mappingFile, value);
  if (parsed.success) return new Map(Object.entries(parsed.output));
  const issue = parsed.issues[0];
  throw new InputError({ file, at: v.getDotPath(issue) ?? 'root' }, `${issue.message}.`);
}
