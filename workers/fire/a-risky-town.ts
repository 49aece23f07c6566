// A town as a package in memory, for the tests of this folder: features by what a test says of them, in the order of the
// city-wide index. Houses stand 100 m apart on a line to the east from 10° E, 54° N.

import type { AttributeColumn } from '#contract/city-package.ts';
import { formatTextColumn, NO_BOOLEAN, NO_CATEGORY } from '#contract/column-data.ts';
import { createFeatureIndex } from '#contract/feature-index.ts';
import type { TownFiles } from '../town/client.ts';
import type { ReadBytes } from '../town/read-bytes.ts';

type Value = string | number | boolean | undefined;
/** Attributes by name; `tree: true` makes it no building. */
export type SaidOfHouse = Readonly<Record<string, Value>>;

const roles: Readonly<Record<string, AttributeColumn['role']>> = {
  ...{ id: 'id', class: 'class', use: 'use', name: 'name', address: 'address' },
  storeysAboveGround: 'storeys',
};

const METRES_PER_DEG = 111_195;
export const placeOfHouse = (at: number): readonly [longitudeDeg: number, latitudeDeg: number] => [
  10 + (at * 100) / (METRES_PER_DEG * Math.cos((54 * Math.PI) / 180)),
  54,
];

export function aRiskyTown(houses: readonly SaidOfHouse[]): {
  readonly city: TownFiles;
  readonly read: ReadBytes;
} {
  const files = new Map<string, ArrayBuffer>();
  const said = houses.map(({ tree, ...house }, at) => ({
    id: `B-${at}`,
    class: tree ? 'SolitaryVegetationObject' : 'Building',
    ...house,
  }));
  const names = [...new Set(said.flatMap((house) => Object.keys(house)))];
  const attributes = names.map((name) => {
    const values = said.map((house): Value => (house as SaidOfHouse)[name]);
    const [meta, bytes] = columnOf(name, values);
    files.set(meta.path, bytes);
    return meta;
  });
  const index = createFeatureIndex(houses.length);
  for (let at = 0; at < houses.length; at++) {
    const [longitude, latitude] = placeOfHouse(at);
    index.longitude[at] = (longitude * Math.PI) / 180;
    index.latitude[at] = (latitude * Math.PI) / 180;
    index.topM[at] = 9;
    index.radiusM[at] = 10;
  }
  files.set('index', Uint8Array.from(new Uint8Array(index.longitude.buffer)).buffer);
  const bytesOf = async (url: string) => {
    const bytes = files.get(url);
    if (!bytes) throw new Error(`${url}: it is not there.`);
    return bytes;
  };
  return {
    city: {
      ...{ id: 'risky', name: 'Risky Town', build: 'b1', terrain: '', collections: {} },
      crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
      buildings: { index: 'index' },
      columns: Object.fromEntries(names.map((name) => [name, `column/${name}`])),
      attributes,
    },
    read: {
      whole: bytesOf,
      range: async (url, from, to) => (await bytesOf(url)).slice(from, to),
    },
  };
}

function columnOf(name: string, values: readonly Value[]): [AttributeColumn, ArrayBuffer] {
  const role = roles[name];
  const meta = { name, path: `column/${name}`, present: values.length, ...(role && { role }) };
  if (values.some((value) => typeof value === 'number'))
    return [
      { ...meta, type: 'number' },
      Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)).buffer,
    ];
  if (values.some((value) => typeof value === 'boolean'))
    return [
      { ...meta, type: 'boolean' },
      Uint8Array.from(values, (value) => (value === undefined ? NO_BOOLEAN : Number(value))).buffer,
    ];
  if (name !== 'class' && name !== 'use')
    return [
      { ...meta, type: 'text' },
      formatTextColumn(values.map((value) => String(value ?? ''))),
    ];
  const words = [
    ...new Set(values.flatMap((value) => (value === undefined ? [] : [String(value)]))),
  ];
  const codes = values.map((value) =>
    value === undefined ? NO_CATEGORY : words.indexOf(String(value)),
  );
  return [{ ...meta, type: 'category', values: words }, Uint16Array.from(codes).buffer];
}
