import { pickedFeature } from '#scene/picked-feature.ts';
import type { Selected } from '#store/selection.ts';
import type { BimFrame } from '../contract/paint.ts';
import { bimSlice } from '../state.ts';
import type { StandingModel } from './standing-model.ts';

/** The element that `scene.pick` found, on its own surface or where it is cut; undefined where it is none of these. */
export function findPicked(
  picked: unknown,
  standing: ReadonlyMap<string, StandingModel>,
  painted: BimFrame | undefined,
): Selected | undefined {
  const feature = pickedFeature(picked);
  for (const [id, model] of standing) {
    const cut = model.elementOfCap(picked);
    const isOwn = feature !== undefined && model.has(feature.tileset);
    const row = isOwn ? feature.index : cut;
    const globalId = isOwn ? feature.id : painted?.caps.get(id)?.globalIds.get(row ?? -1);
    if (row === undefined || globalId === undefined) continue;
    return { feature: bimSlice.id, index: model.painted.base + row, id: `${id}/${globalId}` };
  }
  return undefined;
}
