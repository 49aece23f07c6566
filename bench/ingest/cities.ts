// The inputs of the ingest bench: Delfshaven copied side by side, and a million invented footprints.

import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

interface CityJson {
  readonly transform: { readonly scale: number[]; readonly translate: number[] };
  readonly CityObjects: Record<string, { readonly geometry: { readonly boundaries: unknown }[] }>;
  readonly vertices: number[][];
}

/** Writes `copies` of a CityJSON city in rows of eight, 1.2 km apart, as one file. */
export function writeCopies(source: string, copies: number, path: string): void {
  if (existsSync(path)) return;
  const city: CityJson = JSON.parse(readFileSync(source, 'utf8'));
  const { CityObjects: objects, vertices, transform, ...rest } = city;
  const [scaleX = 1, scaleY = 1] = transform.scale;
  const draft = openDraft(path);
  draft.write(`${JSON.stringify({ ...rest, transform }).slice(0, -1)},"CityObjects":{`);
  for (let copy = 0; copy < copies; copy++) {
    const offset = copy * vertices.length;
    for (const [number, [id, object]] of Object.entries(objects).entries()) {
      const geometry = object.geometry.map((part) => ({
        ...part,
        boundaries: shiftIndices(part.boundaries, offset),
        texture: undefined,
      }));
      const separator = copy + number === 0 ? '' : ',';
      draft.write(`${separator}\n${JSON.stringify(`${id}-${copy}`)}:`);
      draft.write(JSON.stringify({ ...object, geometry }));
    }
  }
  draft.write('},"vertices":[');
  for (let copy = 0; copy < copies; copy++) {
    const dx = Math.round(((copy % 8) * 1200) / scaleX);
    const dy = Math.round((Math.floor(copy / 8) * 800) / scaleY);
    const moved = vertices.map(([x = 0, y = 0, z = 0]) => [x + dx, y + dy, z]);
    draft.write(`${copy === 0 ? '' : ','}${JSON.stringify(moved).slice(1, -1)}`);
  }
  draft.write(']}');
  draft.finish();
}

function shiftIndices(boundaries: unknown, offset: number): unknown {
  if (typeof boundaries === 'number') return boundaries + offset;
  return Array.isArray(boundaries)
    ? boundaries.map((part) => shiftIndices(part, offset))
    : boundaries;
}

/** Writes L-shaped footprints on a lattice of 25 m around Florence; same count, same bytes. */
export function writeFootprints(count: number, path: string): void {
  if (existsSync(path)) return;
  const draft = openDraft(path);
  draft.write('{"type":"FeatureCollection","features":[');
  const columns = Math.ceil(Math.sqrt(count));
  const degrees = 25 / 111_000;
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let number = 0; number < count; number++) {
    const x = 11 + (number % columns) * degrees * 1.38;
    const y = 43.6 + Math.floor(number / columns) * degrees;
    const wide = (0.4 + 0.5 * random()) * degrees * 1.38;
    const deep = (0.4 + 0.5 * random()) * degrees;
    const corners = [
      [0, 0],
      [wide, 0],
      [wide, deep / 2],
      [wide / 2, deep / 2],
      [wide / 2, deep],
      [0, deep],
      [0, 0],
    ].map(([dx = 0, dy = 0]) => [round(x + dx), round(y + dy)]);
    const properties = {
      building: number % 7 === 0 ? 'apartments' : 'house',
      height: Math.round((4 + 14 * random()) * 10) / 10,
      'building:levels': 1 + (number % 5),
      name: number % 50 === 0 ? `Palazzo ${number}` : undefined,
    };
    const geometry = { type: 'Polygon', coordinates: [corners] };
    const feature = { type: 'Feature', id: number, properties, geometry };
    draft.write(`${number === 0 ? '' : ','}\n${JSON.stringify(feature)}`);
  }
  draft.write(']}');
  draft.finish();
}

const round = (value: number) => Math.round(value * 1e7) / 1e7;

/** Collects writes into large ones; the file appears when it is finished. */
function openDraft(path: string) {
  const descriptor = openSync(`${path}.part`, 'w');
  let pending = '';
  const flush = () => {
    writeSync(descriptor, pending);
    pending = '';
  };
  return {
    write(text: string) {
      pending += text;
      if (pending.length > 1 << 20) flush();
    },
    finish() {
      flush();
      closeSync(descriptor);
      renameSync(`${path}.part`, path);
    },
  };
}
