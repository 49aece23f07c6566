import type { CompoundCrs } from '#model/crs.ts';
import type { ElevationGrid } from '#model/elevation-grid.ts';
import { InputError } from '#model/input-error.ts';

/** An ESRI ASCII grid without its CRS, which the format can't name. */
export type BareGrid = Omit<ElevationGrid, 'crs'>;

const KEYWORDS = new Set([
  'ncols',
  'nrows',
  'xllcorner',
  'yllcorner',
  'xllcenter',
  'yllcenter',
  'cellsize',
  'dx',
  'dy',
  'nodata_value',
]);
const NODATA = -9999;
const LIMIT_CELLS = 400e6;

/**
 * Reads an ESRI ASCII grid (`.asc`, `.dem`) from text in pieces of any size, so that a large file is never one
 * string. Header lines in any order and case, corner or centre registration, square or non-square cells.
 *
 * @throws InputError with the line, the value and what was expected.
 */
export async function readAsciiGrid(
  pieces: Iterable<string> | AsyncIterable<string>,
  file: string,
): Promise<BareGrid> {
  const reader = createReader(file);
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) reader.readLines(text.slice(0, end));
  }
  reader.readLines(rest);
  return reader.finish();
}

/** Puts the CRS to a grid and its heights into metres. */
export function withCrs(grid: BareGrid, crs: CompoundCrs): ElevationGrid {
  const { metresPerUnit } = crs.vertical;
  if (metresPerUnit === 1) return { ...grid, crs };
  return { ...grid, crs, heightsM: grid.heightsM.map((height) => height * metresPerUnit) };
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly west: number;
  readonly north: number;
  readonly cellX: number;
  readonly cellY: number;
  readonly nodata: number;
}

function createReader(file: string) {
  const entries = new Map<string, { value: number; line: number }>();
  let header: Header | undefined;
  let heightsM = new Float32Array(0);
  let filled = 0;
  let line = 0;

  const fail = (sentence: string, at?: number): never => {
    throw new InputError(at === undefined ? { file } : { file, at: `line ${at}` }, sentence);
  };

  const readHeaderLine = (text: string): boolean => {
    const [word = '', figure, ...more] = text.trim().split(/\s+/);
    const keyword = word.toLowerCase();
    if (!KEYWORDS.has(keyword)) return false;
    const value = Number(figure);
    if (figure === undefined || more.length > 0 || Number.isNaN(value)) {
      fail(`${word} is “${text.trim().slice(word.length).trim()}”; expected one number.`, line);
    }
    entries.set(keyword, { value, line });
    return true;
  };

  const readRow = (text: string, { width, height, nodata }: Header): void => {
    const total = width * height;
    for (let at = 0; at < text.length; ) {
      if (text.charCodeAt(at) <= 32) {
        at++;
        continue;
      }
      let end = at + 1;
      while (end < text.length && text.charCodeAt(end) > 32) end++;
      const figure = text.slice(at, end);
      const value = Number(figure);
      if (Number.isNaN(value) && !/^-?nan$/i.test(figure)) {
        fail(`the height “${figure}” is not a number.`, line);
      }
      if (filled === total) {
        fail(`there are more heights than ncols × nrows = ${width} × ${height} = ${total}.`, line);
      }
      heightsM[filled++] = value === nodata || !Number.isFinite(value) ? Number.NaN : value;
      at = end;
    }
  };

  return {
    readLines(text: string): void {
      for (let start = 0; start < text.length; ) {
        const end = text.indexOf('\n', start);
        const row = text.slice(start, end < 0 ? text.length : end);
        start = end < 0 ? text.length : end + 1;
        line++;
        if (row.trim() === '') continue;
        if (!header) {
          if (readHeaderLine(row)) continue;
          header = toHeader(entries, row, line, fail);
          heightsM = new Float32Array(header.width * header.height);
        }
        readRow(row, header);
      }
    },
    finish(): BareGrid {
      const found = header ?? toHeader(entries, '', line, fail);
      const { width, height } = found;
      if (filled < width * height) {
        fail(
          `the file ends after ${filled} heights when ncols × nrows = ${width} × ${height} = ${width * height} were expected.`,
          line,
        );
      }
      const { west, north, cellX, cellY } = found;
      return { width, height, west, north, cellX, cellY, heightsM };
    },
  };
}

function toHeader(
  entries: ReadonlyMap<string, { value: number; line: number }>,
  row: string,
  line: number,
  fail: (sentence: string, at?: number) => never,
): Header {
  const read = (name: string): number => {
    const entry = entries.get(name);
    if (!entry && entries.size === 0) {
      return fail(
        `“${row.trim().slice(0, 40)}” is not a header of an ESRI ASCII grid; expected ncols.`,
        line,
      );
    }
    return entry ? entry.value : fail(`the header lacks ${name}.`, line);
  };
  const readCount = (name: string): number => {
    const value = read(name);
    if (Number.isInteger(value) && value > 0) return value;
    return fail(`${name} is ${value}; expected a whole number above 0.`, entries.get(name)?.line);
  };
  const readSize = (name: string): number => {
    const own = entries.has(name) ? name : 'cellsize';
    const value = read(own);
    if (Number.isFinite(value) && value > 0) return value;
    return fail(`${own} is ${value}; expected a number above 0.`, entries.get(own)?.line);
  };
  const width = readCount('ncols');
  const height = readCount('nrows');
  if (width * height > LIMIT_CELLS) {
    fail(
      `the grid has ${width} × ${height} cells; expected at most ${LIMIT_CELLS}. Cut it into parts.`,
    );
  }
  const cellX = readSize('dx');
  const cellY = readSize('dy');
  const west = entries.has('xllcenter') ? read('xllcenter') - cellX / 2 : read('xllcorner');
  const south = entries.has('yllcenter') ? read('yllcenter') - cellY / 2 : read('yllcorner');
  const nodata = entries.get('nodata_value')?.value ?? NODATA;
  return { width, height, west, north: south + height * cellY, cellX, cellY, nodata };
}
