// Which reference system a file means: by its code, its name, its well-known text, or projection and zone.

import type { CompoundCrs, HorizontalCrs, VerticalCrs } from '#model/crs.ts';
import {
  ELLIPSOIDAL_HEIGHT,
  findHorizontalCrs,
  findVerticalCrs,
  horizontalCodes,
  parseCrs,
} from '#model/crs-parse.ts';
import { VERTICAL_ROWS } from '#model/crs-table.ts';
import type { Text } from '#model/text.ts';
import type { CrsStatement } from './statements.ts';
import { parseWktCrs } from './wkt-crs.ts';
import { say } from './words.ts';

export interface Resolved {
  /** Undefined where nothing names a system that Panopolis knows. */
  readonly crs: CompoundCrs | undefined;
  /** What was named and isn't known, what was assumed. */
  readonly findings: readonly Text[];
}

export function resolveCrs(statement: CrsStatement): Resolved {
  const named = byCode(statement) ?? byName(statement);
  if (named) return withVertical(named, statement, []);
  const wkt = statement.wkt === undefined ? undefined : parseWktCrs(statement.wkt);
  if (wkt) return withVertical(wkt, statement, []);
  const label = statement.name ?? statement.description;
  const zone = byZone(statement);
  if (zone && label !== undefined) {
    const { code, name } = zone.horizontal;
    return withVertical(zone, statement, [
      say(
        `“${label}” is not among the known reference systems; by its projection and zone it is read as ${code} (${name}), which may differ by a metre or two.`,
        `“${label}”不在已知的坐标参考系之列；依其投影与分带按 ${code}（${name}）读取，可能相差一两米。`,
      ),
    ]);
  }
  if (zone) return withVertical(zone, statement, []);
  if (label === undefined) {
    const findings = [
      say('The coordinate reference system has no name.', '文件中的坐标参考系没有名称。'),
    ];
    return { crs: undefined, findings };
  }
  const findings = [
    say(
      `“${label}” is not among the known coordinate reference systems.`,
      `“${label}”不在已知的坐标参考系之列。`,
    ),
  ];
  return { crs: undefined, findings };
}

function byCode({ name, description, wkt }: CrsStatement): CompoundCrs | undefined {
  for (const text of [name, description]) {
    if (text === undefined) continue;
    const spaced = text.replace(/\s*([:+])\s*/g, '$1');
    const inside = /EPSG\D{0,3}(\d{4,6})(?!\d)/i.exec(spaced)?.[1];
    for (const candidate of [spaced, inside && `EPSG:${inside}`]) {
      const crs = candidate ? parseCrs(candidate) : undefined;
      if (crs?.ok) return crs.value;
    }
  }
  const codes = [...(wkt ?? '').matchAll(/(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})/gi)];
  const outermost = codes.at(-1)?.[1];
  const crs = outermost === undefined ? undefined : parseCrs(`EPSG:${outermost}`);
  return crs?.ok ? crs.value : undefined;
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

function byName({ name, description }: CrsStatement): CompoundCrs | undefined {
  const wanted = [name, description].flatMap((text) => (text ? [plain(text)] : []));
  if (wanted.length === 0) return undefined;
  for (const code of horizontalCodes()) {
    const horizontal = findHorizontalCrs(code);
    if (!horizontal || !wanted.includes(plain(horizontal.name))) continue;
    const crs = parseCrs(horizontal.code);
    if (crs.ok) return crs.value;
  }
  return undefined;
}

/** First UTM zone and code of zone 0 in the families of the table, by what the datum is called. */
const UTM_FAMILIES: readonly (readonly [RegExp, number, number])[] = [
  [/etrs|6258|4258|igm95|rdn2008/i, 25800, 25800],
  [/gda2020|7844|mga2020/i, 7800, 7800],
  [/gda94|4283|mga94/i, 28300, 28300],
  [/nad83|nad-83|4269/i, 26900, 26900],
  [/./, 32600, 32700],
];

function byZone(statement: CrsStatement): CompoundCrs | undefined {
  const { name = '', description = '', projection = '', zone = '', geodeticDatum = '' } = statement;
  const where = `${projection} ${zone} ${name} ${description}`;
  const found = /(?:utm|mga)[^\d]{0,12}(\d{1,2})\s*([ns])?(?![\d])/i.exec(where);
  const number = Number(found?.[1]);
  if (!(number >= 1 && number <= 60)) return undefined;
  const isSouth = found?.[2]?.toLowerCase() === 's' || /south|mga/i.test(where);
  const datum = `${geodeticDatum} ${name} ${description} WGS84`;
  for (const [pattern, north, south] of UTM_FAMILIES) {
    if (!pattern.test(datum)) continue;
    const crs = parseCrs(`EPSG:${(isSouth ? south : north) + number}`);
    if (crs.ok && /UTM|MGA/.test(crs.value.horizontal.name)) return crs.value;
  }
  return undefined;
}

function withVertical(
  crs: CompoundCrs,
  statement: CrsStatement,
  findings: readonly Text[],
): Resolved {
  const text = statement.verticalDatum;
  if (text === undefined) return { crs, findings };
  const vertical = findVerticalByText(text);
  if (vertical) return { crs: { ...crs, vertical, verticalIsAssumed: false }, findings };
  return {
    crs,
    findings: [
      ...findings,
      say(
        `The vertical datum “${text}” is not among the known ones; heights are taken as above mean sea level (${crs.vertical.name}).`,
        `高程基准“${text}”不在已知之列；高程按平均海平面起算（${crs.vertical.name}）。`,
      ),
    ],
  };
}

function findVerticalByText(text: string): VerticalCrs | undefined {
  if (/ellipsoid/i.test(text)) return ELLIPSOIDAL_HEIGHT;
  const code = /(?:^|EPSG\D{0,3})(\d{4,5})$/i.exec(text.trim())?.[1];
  if (code !== undefined) return findVerticalCrs(Number(code));
  const wanted = plain(text).replace(/height$/, '');
  const row = VERTICAL_ROWS.find(([, name]) => plain(name).replace(/height$/, '') === wanted);
  return row && findVerticalCrs(row[0]);
}

/** Metres of one unit of the coordinates of a projected system. */
export function metresPerUnit({ definition }: HorizontalCrs): number {
  if (/\+units=us-ft\b/.test(definition)) return 1200 / 3937;
  if (/\+units=ft\b/.test(definition)) return 0.3048;
  const own = /\+to_meter=([\d.eE+-]+)/.exec(definition)?.[1];
  if (own !== undefined) return Number(own);
  // In well-known text the unit of the map comes after those of what it is made of.
  const lengths = [...definition.matchAll(/(?:LENGTH)?UNIT\s*\[\s*"([^"]*)"\s*,\s*([\d.eE+-]+)/gi)];
  const last = lengths.filter(([, name = '']) => !/deg|rad|grad/i.test(name)).at(-1)?.[2];
  return last === undefined ? 1 : Number(last);
}
