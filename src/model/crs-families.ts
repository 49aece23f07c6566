// Coordinate reference systems that a rule makes from their code: UTM zones, Gauss–Krüger strips and Japan's
// plane systems, as the EPSG dataset (v11) numbers them. Zone limits are the rule's own, in degrees.

import { DHDN, GDA94, type HorizontalRow } from './crs-table.ts';

interface Family {
  readonly first: number;
  readonly last: number;
  readonly row: (code: number) => HorizontalRow;
}

const EN = 'east-north';
const NE = 'north-east';
const GRS80 = '+ellps=GRS80';

const utmZone = (
  first: number,
  last: number,
  toZone: (code: number) => number,
  of: Utm,
): Family => ({
  first,
  last,
  row: (code) => {
    const zone = toZone(code);
    const west = zone * 6 - 186;
    const { name, south, north, accuracyM, vertical, datum } = of;
    const isSouth = north <= 0;
    const label = `${name} zone ${zone}${of.hemisphere ?? ''}`;
    const definition = `+proj=utm +zone=${zone}${isSouth ? ' +south' : ''} ${datum}`;
    return [code, label, EN, [west, south, west + 6, north], accuracyM, vertical, definition];
  },
});

interface Utm {
  readonly name: string;
  readonly hemisphere?: string;
  readonly south: number;
  readonly north: number;
  readonly accuracyM: number;
  readonly vertical: number;
  readonly datum: string;
}

/** Strips of `widthDeg` about central meridians, false easting 500 km with or without the zone before it. */
const gaussKruger = (
  first: number,
  last: number,
  widthDeg: number,
  toZone: (code: number) => number,
  of: Strips,
): Family => ({
  first,
  last,
  row: (code) => {
    const zone = toZone(code);
    const meridian = widthDeg === 6 ? zone * 6 - 3 : zone * widthDeg;
    const easting = 500000 + (of.hasPrefix ? zone * 1e6 : 0);
    const area = [meridian - widthDeg / 2, of.south, meridian + widthDeg / 2, of.north] as const;
    const definition = `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${easting} +y_0=0 ${of.datum}`;
    return [code, of.name(zone, meridian), NE, area, of.accuracyM, of.vertical, definition];
  },
});

interface Strips extends Omit<Utm, 'name' | 'hemisphere'> {
  readonly hasPrefix: boolean;
  readonly name: (zone: number, meridian: number) => string;
}

const china = { south: 15, north: 54, accuracyM: 1, vertical: 5737, datum: GRS80 };
const germany = { south: 47, north: 55.5, accuracyM: 3, vertical: 5783 };

/** Latitude, longitude (deg) of the origins of Japan's plane rectangular systems I–XIX (MLIT notice 9 of 2002). */
// biome-ignore format: one table
const JAPAN_ORIGINS = [
  [33, 129.5], [33, 131], [36, 132 + 1 / 6], [33, 133.5], [36, 134 + 1 / 3], [36, 136], [36, 137 + 1 / 6],
  [36, 138.5], [36, 139 + 5 / 6], [40, 140 + 5 / 6], [44, 140.25], [44, 142.25], [44, 144.25], [26, 142],
  [26, 127.5], [26, 124], [26, 131], [20, 136], [26, 154],
] as const;
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX'.split(' ');

const japanPlane = (first: number, datum: string, vertical: number): Family => ({
  first,
  last: first + 18,
  row: (code) => {
    const [latitude, longitude] = JAPAN_ORIGINS[code - first] ?? [Number.NaN, Number.NaN];
    return [
      code,
      `${datum} / Japan Plane Rectangular CS ${ROMAN[code - first]}`,
      NE,
      [longitude - 2, latitude - 7, longitude + 2, latitude + 4],
      1,
      vertical,
      `+proj=tmerc +lat_0=${latitude} +lon_0=${longitude} +k=0.9999 +x_0=0 +y_0=0 ${GRS80}`,
    ];
  },
});

const FAMILIES: readonly Family[] = [
  utmZone(32601, 32660, (code) => code - 32600, {
    name: 'WGS 84 / UTM',
    hemisphere: 'N',
    south: 0,
    north: 84,
    accuracyM: 0,
    vertical: 5773,
    datum: '+datum=WGS84',
  }),
  utmZone(32701, 32760, (code) => code - 32700, {
    name: 'WGS 84 / UTM',
    hemisphere: 'S',
    south: -80,
    north: 0,
    accuracyM: 0,
    vertical: 5773,
    datum: '+datum=WGS84',
  }),
  utmZone(25828, 25838, (code) => code - 25800, {
    name: 'ETRS89 / UTM',
    hemisphere: 'N',
    south: 33,
    north: 84.8,
    accuracyM: 1,
    vertical: 5621,
    datum: GRS80,
  }),
  utmZone(26901, 26923, (code) => code - 26900, {
    name: 'NAD83 / UTM',
    hemisphere: 'N',
    south: 14,
    north: 84,
    accuracyM: 2,
    vertical: 5703,
    datum: GRS80,
  }),
  utmZone(28348, 28358, (code) => code - 28300, {
    name: 'GDA94 / MGA',
    south: -60.6,
    north: -8.4,
    accuracyM: 0.1,
    vertical: 5711,
    datum: `${GRS80} ${GDA94}`,
  }),
  utmZone(7846, 7859, (code) => code - 7800, {
    name: 'GDA2020 / MGA',
    south: -60.6,
    north: -8.4,
    accuracyM: 0.1,
    vertical: 5711,
    datum: GRS80,
  }),
  utmZone(6688, 6692, (code) => code - 6688 + 51, {
    name: 'JGD2011 / UTM',
    hemisphere: 'N',
    south: 17,
    north: 46.1,
    accuracyM: 1,
    vertical: 6695,
    datum: GRS80,
  }),
  japanPlane(6669, 'JGD2011', 6695),
  japanPlane(2443, 'JGD2000', 6694),
  gaussKruger(31466, 31469, 3, (code) => code - 31464, {
    ...germany,
    hasPrefix: true,
    name: (zone) => `DHDN / 3-degree Gauss-Kruger zone ${zone}`,
    datum: `+ellps=bessel ${DHDN}`,
  }),
  gaussKruger(3873, 3885, 1, (code) => code - 3854, {
    south: 59.5,
    north: 70.1,
    accuracyM: 1,
    vertical: 3900,
    datum: GRS80,
    hasPrefix: true,
    name: (zone) => `ETRS89 / GK${zone}FIN`,
  }),
  gaussKruger(4491, 4501, 6, (code) => code - 4491 + 13, {
    ...china,
    hasPrefix: true,
    name: (zone) => `CGCS2000 / Gauss-Kruger zone ${zone}`,
  }),
  gaussKruger(4502, 4512, 6, (code) => code - 4502 + 13, {
    ...china,
    hasPrefix: false,
    name: (_, meridian) => `CGCS2000 / Gauss-Kruger CM ${meridian}E`,
  }),
  gaussKruger(4513, 4533, 3, (code) => code - 4513 + 25, {
    ...china,
    hasPrefix: true,
    name: (zone) => `CGCS2000 / 3-degree Gauss-Kruger zone ${zone}`,
  }),
  gaussKruger(4534, 4554, 3, (code) => code - 4534 + 25, {
    ...china,
    hasPrefix: false,
    name: (_, meridian) => `CGCS2000 / 3-degree Gauss-Kruger CM ${meridian}E`,
  }),
];

/** The row of a code that belongs to a family, if any does. */
export function findFamilyRow(code: number): HorizontalRow | undefined {
  return FAMILIES.find(({ first, last }) => code >= first && code <= last)?.row(code);
}

/** Every code that a family makes. */
export const familyCodes = (): number[] =>
  FAMILIES.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );
