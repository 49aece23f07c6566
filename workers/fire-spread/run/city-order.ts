import type { TownBuildings } from '../../town/read-buildings.ts';

/** One value a building of the kernel as an array in city-wide index order; what is no building gets `other`. */
export function toCityOrder(
  values: Float32Array,
  { index, count, cityCount }: Pick<TownBuildings, 'index' | 'count' | 'cityCount'>,
  other: number,
): Float32Array<ArrayBuffer> {
  const all = new Float32Array(cityCount).fill(other);
  for (let row = 0; row < count; row++) all[index[row]!] = values[row]!;
  return all;
}
