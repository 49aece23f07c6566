// Whether the head of a file tells of a network: what a person dropped is asked before it is read whole.

import { isObject } from '../collections/feature-source.ts';
import { proposeMapping } from './layers/propose-mapping.ts';
import { toLayerFeatures } from './layers/read-layer.ts';

/** Names that features of a map carry. */
const MAP_KEYS =
  /^(highway|waterway|railway|landuse|natural|leisure|boundary|place|aeroway|amenity|kind|pmap:kind)$/;
const NODE_KINDS = new Set(['manhole', 'inlet', 'outfall', 'hydrant']);

/** Lines with a diameter, material or inverts; points with a rim, or named after what sewers and mains have. */
export function isNetworkLayer(features: readonly unknown[], file: string): boolean {
  const lines = features.filter(
    (feature) =>
      isObject(feature) &&
      isObject(feature.geometry) &&
      /Point|LineString/.test(String(feature.geometry.type)),
  );
  if (lines.length <= features.length / 2) return false;
  const names = new Set(
    lines.flatMap((feature) =>
      isObject(feature) && isObject(feature.properties) ? Object.keys(feature.properties) : [],
    ),
  );
  if ([...names].some((name) => MAP_KEYS.test(name))) return false;
  const mapping = proposeMapping(toLayerFeatures(lines, file), file);
  if (!mapping) return false;
  const { layer, fields, nodeKind } = mapping;
  return layer === 'pipes' || fields.rim !== undefined || NODE_KINDS.has(nodeKind ?? '');
}

/** The features in the first bytes of a collection or of lines; a cut-off last one is left out. */
export function* sampleFeatures(text: string): Generator<Record<string, unknown>> {
  for (let at = text.search(/\{\s*"type"\s*:\s*"Feature"\s*,/); at >= 0; ) {
    const end = findObjectEnd(text, at);
    if (end < 0) return;
    try {
      const feature: unknown = JSON.parse(text.slice(at, end));
      if (isObject(feature)) yield feature;
    } catch {
      return;
    }
    const next = text.indexOf('{', end);
    if (next < 0) return;
    at = next;
  }
}

function findObjectEnd(text: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '\\') at++;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at + 1;
  }
  return -1;
}
