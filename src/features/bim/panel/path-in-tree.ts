import type { ElementDetails, Grouping, PartKey } from '../contract.ts';
import { toPartKey } from '../kernel/part-key.ts';

/**
 * The rows from the top down to an element, as the worker groups them; undefined where only the worker could
 * say: parts of things, groupings that an element is in several times.
 */
export function pathInTree(
  { model, globalId, class: name, storey, path }: ElementDetails,
  grouping: Grouping,
): readonly PartKey[] | undefined {
  const all = toPartKey(model, 'all');
  const element = toPartKey(model, 'element', globalId);
  if (grouping === 'class') return [all, toPartKey(model, 'class', name), element];
  if (grouping !== 'storey' || storey === '') return undefined;
  const at = path.findLastIndex(({ label }) => label === storey);
  const key = path[at]?.key;
  if (key === undefined) return name === 'IfcBuildingStorey' ? [all, element] : undefined;
  // A room holds what stands in it, and the tree lists both on the storey; deeper is a part of a thing.
  if (path.length - at > 2) return undefined;
  const storeyId = key.slice(toPartKey(model, 'element', ' ').length - 1);
  return [all, key, toPartKey(model, 'within', `${storeyId}/${name}`), element];
}
