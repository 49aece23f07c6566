// Floor area, height and volume of one building, each with where it comes from.

import { measureBuilding } from '#features/city/kernel/mesh-size.ts';
import type { CountedBuilding, Figure } from '#model/building-numbers.ts';
import { introduce } from './describe.ts';
import type { OpenCity } from './open-city.ts';
import type { Named } from './protocol.ts';

/** What cities call the area of all floors; where the unit is said it is m². */
const FLOOR_AREA =
  /floor.?area|gross.?floor|geschoss.?fl|^bgf$|vloeroppervlak|surface.?plancher|建筑面积/i;

export async function countBuilding(
  city: OpenCity,
  { index, id }: Named,
): Promise<CountedBuilding> {
  const [place, { title }] = await Promise.all([city.index(), introduce(city, index)]);
  const [longitude, latitude] = [place.longitude[index]!, place.latitude[index]!];
  const mesh = await city.meshes.find(index, longitude, latitude);
  const size = mesh && measureBuilding(mesh, index, longitude, latitude);
  return {
    id,
    title,
    floorAreaM2: await floorArea(city, index, size?.footprintM2),
    heightM: { value: place.topM[index]! - place.groundM[index]!, rule: 'extent' },
    volumeM3: size && { value: size.volumeM3, rule: 'mesh' },
  };
}

async function floorArea(
  city: OpenCity,
  index: number,
  footprintM2: number | undefined,
): Promise<Figure | undefined> {
  const column = city.layer.columns.find(
    ({ type, name, unit }) =>
      type === 'number' &&
      FLOOR_AREA.test(name) &&
      (unit === undefined || /^m(²|2|\^2)$/.test(unit)),
  );
  const said = column && (await city.columns.valueAt(column.name, index));
  if (column && typeof said === 'number') {
    return { value: said, rule: 'attribute', source: column.name };
  }
  const storeys = city.layer.columns.find(
    ({ type, role }) => type === 'number' && role === 'storeys',
  );
  const count = storeys && (await city.columns.valueAt(storeys.name, index));
  if (!storeys || typeof count !== 'number' || footprintM2 === undefined) return undefined;
  return { value: count * footprintM2, rule: 'storeys-footprint', source: storeys.name };
}
