import { Cesium3DTileFeature, type Cesium3DTileset } from 'cesium';

/** A feature of a tileset that `scene.pick` found. */
export interface PickedFeature {
  readonly tileset: Cesium3DTileset;
  /** City-wide index, from the property `panopolis_index` of its tile. */
  readonly index: number;
  /** Id in the city's own data. */
  readonly id: string;
}

/** Reads what `scene.pick` returned; undefined where it is no feature of a city. */
export function pickedFeature(picked: unknown): PickedFeature | undefined {
  if (!(picked instanceof Cesium3DTileFeature)) return undefined;
  const index: unknown = picked.getProperty('panopolis_index');
  const id: unknown = picked.getProperty('id');
  if (typeof index !== 'number' || typeof id !== 'string') return undefined;
  return { tileset: picked.tileset, index, id };
}
