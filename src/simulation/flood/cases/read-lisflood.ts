// Readers of the files that published flood cases come in: ESRI ASCII grids, and stage series, point sources and
// hydrographs of LISFLOOD-FP (user manual 8.1). Texts in, arrays out; m, s, m²/s.

export interface AsciiGrid {
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  /** South-west corner. */
  readonly westM: number;
  readonly southM: number;
  /** Row-major from the north-west; NaN where there is no data. */
  readonly values: Float32Array;
}

/** @throws Error where the header lacks a size or the values don't fit it. */
export function readAsciiGrid(text: string): AsciiGrid {
  const words = text.trim().split(/\s+/);
  const header = new Map<string, number>();
  let at = 0;
  while (/^[a-z]/i.test(words[at] ?? '') && !/^nan$/i.test(words[at] ?? '')) {
    header.set(words[at]!.toLowerCase(), Number(words[at + 1]));
    at += 2;
  }
  const named = (name: string) => {
    const value = header.get(name);
    if (value === undefined || Number.isNaN(value)) throw new Error(`The grid has no ${name}.`);
    return value;
  };
  const [width, height] = [named('ncols'), named('nrows')];
  if (words.length - at !== width * height) {
    throw new Error(`The grid has ${words.length - at} values for ${width} × ${height} cells.`);
  }
  const nothing = header.get('nodata_value');
  const values = Float32Array.from(words.slice(at), (word) => {
    const value = Number(word);
    return value === nothing ? Number.NaN : value;
  });
  return {
    ...{ width, height, cellM: named('cellsize'), values },
    ...{ westM: named('xllcorner'), southM: named('yllcorner') },
  };
}

export interface StageSeries {
  readonly places: readonly (readonly [xM: number, yM: number, bedM: number])[];
  readonly timesS: readonly number[];
  /** Per place, per time. */
  readonly values: readonly (readonly number[])[];
}

/** A `.stage` or `.velocity` file. */
export function readStageSeries(text: string): StageSeries {
  const lines = text.split(/\r?\n/).map((line) => line.trim().split(/\s+/).map(Number));
  const start = text.split(/\r?\n/).findIndex((line) => line.startsWith('Time;')) + 1;
  if (start === 0) throw new Error('The stage file has no line that starts with “Time;”.');
  const places = lines
    .slice(0, start)
    .filter((line) => line.length >= 4 && line.every(Number.isFinite))
    .map(([, x = 0, y = 0, bed = 0]) => [x, y, bed] as const);
  const rows = lines.slice(start).filter((line) => line.length === places.length + 1);
  return {
    places,
    timesS: rows.map(([time = 0]) => time),
    values: places.map((_, index) => rows.map((row) => row[index + 1] ?? 0)),
  };
}

/** Places of the point sources (`P x y QVAR name`) of a `.bci` file. */
export function readPointSources(text: string): (readonly [xM: number, yM: number])[] {
  return [...text.matchAll(/^P\s+([\d.]+)\s+([\d.]+)\s+QVAR/gm)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
}

/** Time (s) and flow per metre of width (m²/s) of a `.bdy` file with one series in seconds. */
export function readHydrograph(text: string): (readonly [timeS: number, flowM2s: number])[] {
  const rows = [...text.matchAll(/^\s*([\d.]+)\s+([\d.]+)\s*$/gm)];
  if (rows.length === 0) throw new Error('The hydrograph has no line of flow and time.');
  return rows.map(([, flow, time]) => [Number(time), Number(flow)] as const);
}
