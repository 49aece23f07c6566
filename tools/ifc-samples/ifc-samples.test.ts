import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { IFCRELFILLSELEMENT, IFCRELVOIDSELEMENT, IFCSPACE, IfcAPI, LogLevel } from 'web-ifc';
import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { groundCorners, modelGrounds } from '../demo-city/building-models.ts';
import { toMap } from '../demo-city/site.ts';
import { toSampleFiles } from '../ifc-samples.ts';
import { compareSamples } from './compare-samples.ts';
import { type Expectation, toExpectations } from './expectations.ts';
import { type Sample, usualSamples, writeLater } from './samples.ts';

const folder = fileURLToPath(new URL('../../ifc-samples/', import.meta.url));
const readSample = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Lower and upper corner in the building's own frame, z up. */
type Bounds = readonly [number, number, number, number, number, number];

interface Reading {
  readonly api: IfcAPI;
  readonly model: number;
  /** By the number of the product. */
  readonly bounds: ReadonlyMap<number, Bounds>;
  readonly volumes: ReadonlyMap<number, number>;
}

async function read(text: string): Promise<Reading> {
  const api = new IfcAPI();
  await api.Init(undefined, true);
  api.SetLogLevel(LogLevel.LOG_LEVEL_OFF);
  const model = api.OpenModel(new TextEncoder().encode(text));
  const bounds = new Map<number, Bounds>();
  const volumes = new Map<number, number>();
  const onMesh = (mesh: ReturnType<IfcAPI['GetFlatMesh']>) => {
    const { least, greatest, volume } = measure(api, model, mesh);
    bounds.set(mesh.expressID, [...least, ...greatest] as unknown as Bounds);
    volumes.set(mesh.expressID, volume);
  };
  api.StreamAllMeshes(model, onMesh);
  api.StreamAllMeshesWithTypes(model, [IFCSPACE], onMesh);
  return { api, model, bounds, volumes };
}

/** The volume counts where the mesh is closed: the sum of its signed tetrahedra from any point. */
function measure(api: IfcAPI, model: number, mesh: ReturnType<IfcAPI['GetFlatMesh']>) {
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const greatest: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  let volume = 0;
  for (let part = 0; part < mesh.geometries.size(); part++) {
    const { geometryExpressID, flatTransformation: m } = mesh.geometries.get(part);
    const geometry = api.GetGeometry(model, geometryExpressID);
    const corners = api.GetVertexArray(geometry.GetVertexData(), geometry.GetVertexDataSize());
    const index = api.GetIndexArray(geometry.GetIndexData(), geometry.GetIndexDataSize());
    const at = (corner: number): [number, number, number] => {
      const [x, y, z] = [corners[corner * 6]!, corners[corner * 6 + 1]!, corners[corner * 6 + 2]!];
      const [a, b, c] = [0, 1, 2].map(
        (row) => m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!,
      );
      // The engine turns y up.
      return [a!, -c!, b!];
    };
    for (let corner = 0; corner < index.length; corner += 3) {
      const [p, q, r] = [at(index[corner]!), at(index[corner + 1]!), at(index[corner + 2]!)];
      for (const point of [p, q, r]) {
        for (let axis = 0; axis < 3; axis++) {
          least[axis] = Math.min(least[axis]!, point[axis]!);
          greatest[axis] = Math.max(greatest[axis]!, point[axis]!);
        }
      }
      volume +=
        (p[0] * (q[1] * r[2] - q[2] * r[1]) +
          p[1] * (q[2] * r[0] - q[0] * r[2]) +
          p[2] * (q[0] * r[1] - q[1] * r[0])) /
        6;
    }
    geometry.delete();
  }
  return { least, greatest, volume: Math.abs(volume) };
}

/** Lines of the file by their number: class and what stands in its brackets. */
const linesOf = (text: string) =>
  new Map(
    [...text.matchAll(/^#(\d+)=([A-Z0-9]+)\((.*)\);$/gm)].map(
      ([, id, type, values]) => [Number(id), { type: type!, values: values! }] as const,
    ),
  );

let usual: Sample[];
/** With the later version of the fire station. */
let samples: Sample[];
beforeAll(() => {
  usual = usualSamples();
  samples = [...usual, writeLater(usual[0]!)];
});

describe('the samples', { timeout: 120_000 }, () => {
  it('are committed as the generator writes them', () => {
    const files = toSampleFiles();
    expect([...files.keys()]).toContain('fire-station.ifc');
    for (const [name, content] of files) expect(readSample(name) === content, name).toBe(true);
  });

  it('are the three buildings that the demo town has plots for, each 150 kB to 1 MB', () => {
    expect(usual.map(({ id }) => id)).toEqual([
      ...['fire-station', 'hospital-wing', 'pumping-station'],
    ]);
    for (const { text } of samples) {
      expect(text.length).toBeGreaterThan(150_000);
      expect(text.length).toBeLessThan(1_000_000);
    }
  });

  it('tell what was changed between the versions of the fire station, and keep all other ids', () => {
    const [first, , , later] = samples;
    const { added, removed, moved, shape, facts } = compareSamples(first!, later!);
    const names = (of: Readonly<Record<string, string>>) => new Set(Object.values(of));
    expect(names(added)).toContain('PV-Modul 1/1');
    expect(names(added)).toContain('Tür Atemschutzlager');
    expect(names(removed)).toContain('Lichtkuppel 3');
    expect(names(removed)).toContain('Laufband 3');
    expect([...names(moved)]).toEqual(['Fensterband Halle', 'Wandhydrant']);
    expect(names(shape)).toContain('Dachfläche Halle');
    expect(names(facts)).toContain('Tür zur Halle');
    expect(Object.keys(moved).filter((id) => id in added)).toEqual([]);
    const nothing = compareSamples(first!, first!);
    expect(Object.values(nothing).filter((one) => typeof one === 'object')).toEqual([
      ...[{}, {}, {}, {}, {}],
    ]);
    expect(later!.text).toContain("'FireRating',$,IFCLABEL('EI2 120-C5')");
    expect(first!.text).not.toContain('EI2 120-C5');
  });

  it('stand on their own blocks, above the ground', () => {
    for (const { plot } of samples) {
      const yard = plot.block.yard.map(toMap);
      for (const corner of groundCorners(plot, modelGrounds[plot.id])) {
        for (const [index, here] of yard.entries()) {
          const there = yard[(index + 1) % yard.length]!;
          const side =
            (there.x - here.x) * (corner.y - here.y) - (there.y - here.y) * (corner.x - here.x);
          expect(side, `${plot.id} at ${JSON.stringify(corner)}`).toBeGreaterThan(0);
        }
      }
      expect(plot.replaces).toHaveLength(1);
    }
  });
});

describe.each([...['fire-station', 'hospital-wing', 'pumping-station']])(
  '%s',
  { timeout: 120_000 },
  (id) => {
    let reading: Reading;
    let text: string;
    let expected: Expectation;
    let lines: ReturnType<typeof linesOf>;
    beforeAll(async () => {
      text = readSample(`${id}.ifc`);
      lines = linesOf(text);
      reading = await read(text);
      const found = toExpectations(samples)[`${id}.ifc`];
      if (!found) throw new Error(`Nothing is expected of ${id}.`);
      expected = found;
    });

    it('has as many of each class as expected.json says', () => {
      const counts: Record<string, number> = {};
      for (const { type } of lines.values()) counts[type] = (counts[type] ?? 0) + 1;
      for (const [type, count] of Object.entries(expected.classes)) {
        expect(counts[type], type).toBe(count);
        const { api, model } = reading;
        const ids = api.GetLineIDsWithType(model, api.GetTypeCodeFromName(type));
        expect(ids.size(), `${type} as the engine reads it`).toBe(count);
      }
    });

    it('gives every attribute that the schema has for a class, and no other', () => {
      const { api, model } = reading;
      const checked = new Set<string>();
      for (const [line, { type, values }] of lines) {
        if (checked.has(type)) continue;
        checked.add(type);
        const names = Object.keys(api.GetLine(model, line)).filter(
          (name) => name !== 'expressID' && name !== 'type',
        );
        expect(countValues(values), `${type} (${names.join(', ')})`).toBe(names.length);
      }
      expect(checked.size).toBeGreaterThan(80);
    });

    it('refers only to lines that exist', () => {
      for (const { type, values } of lines.values()) {
        const plain = values.replace(/'(?:[^']|'')*'/g, '');
        for (const [, reference] of plain.matchAll(/#(\d+)/g)) {
          expect(lines.has(Number(reference)), `${type} refers to #${reference}`).toBe(true);
        }
      }
    });

    it('names every object by a valid GlobalId of its own', () => {
      const ids = [...text.matchAll(/^#\d+=IFC[A-Z0-9]+\('([^']*)',#\d+,/gm)].map(
        ([, one]) => one!,
      );
      expect(ids.length).toBeGreaterThan(400);
      expect(ids.filter((one) => !/^[0-3][\w$]{21}$/.test(one))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('shows every product that has a shape', () => {
      const shaped = [...lines].filter(
        ([, { type, values }]) =>
          type !== 'IFCOPENINGELEMENT' &&
          lines.get(Number(shapeOf(values)))?.type === 'IFCPRODUCTDEFINITIONSHAPE',
      );
      expect(shaped.length).toBe(expected.products);
      const missing = shaped.filter(([line]) => !reading.bounds.has(line));
      expect(missing.map(([line, { type }]) => `${type} #${line}`)).toEqual([]);
    });

    it('has closed spaces of the volume that their quantities say', () => {
      const { api, model, volumes } = reading;
      const rooms = samples.find((one) => one.id === id)!.rooms;
      const byId = new Map(rooms.map((room) => [room.globalId, room]));
      const spaces = api.GetLineIDsWithType(model, IFCSPACE);
      expect(spaces.size()).toBe(rooms.length);
      for (let at = 0; at < spaces.size(); at++) {
        const line = spaces.get(at);
        const room = byId.get(api.GetLine(model, line).GlobalId.value)!;
        expect(volumes.get(line)! / room.volumeM3, room.spec.name).toBeCloseTo(1, 4);
        expect(text).toContain(`IFCQUANTITYVOLUME('NetVolume',$,$,${toReal(room.volumeM3)},$)`);
      }
    });

    it('puts doors and windows into their walls, as wide as their openings', () => {
      const { api, model, bounds } = reading;
      const hostOf = new Map<number, number>();
      const voids = api.GetLineIDsWithType(model, IFCRELVOIDSELEMENT);
      for (let at = 0; at < voids.size(); at++) {
        const line = api.GetLine(model, voids.get(at));
        hostOf.set(line.RelatedOpeningElement.value, line.RelatingBuildingElement.value);
      }
      const fills = api.GetLineIDsWithType(model, IFCRELFILLSELEMENT);
      expect(fills.size()).toBeGreaterThan(10);
      for (let at = 0; at < fills.size(); at++) {
        const line = api.GetLine(model, fills.get(at));
        const filling = bounds.get(line.RelatedBuildingElement.value)!;
        const host = bounds.get(hostOf.get(line.RelatingOpeningElement.value)!)!;
        const label = `#${line.RelatedBuildingElement.value}`;
        // Handles and sills stand out by a hand's breadth; along the wall and upwards nothing does.
        const isAlongX = host[3] - host[0] > host[4] - host[1];
        const play = isAlongX ? [0.001, 0.32, 0.002] : [0.32, 0.001, 0.002];
        for (let axis = 0; axis < 3; axis++) {
          expect(filling[axis]!, label).toBeGreaterThan(host[axis]! - play[axis]!);
          expect(filling[axis + 3]!, label).toBeLessThan(host[axis + 3]! + play[axis]!);
        }
      }
    });

    it('joins ports of the same system, each once, and no port to itself', () => {
      const joined = [...lines.values()]
        .filter(({ type }) => type === 'IFCRELCONNECTSPORTS')
        .map(({ values }) =>
          [...values.matchAll(/#(\d+)/g)].map(([, ref]) => Number(ref)).slice(1),
        );
      expect(joined.length).toBeGreaterThan(30);
      const ends = joined.flat();
      expect(new Set(ends).size).toBe(ends.length);
      for (const [one, other] of joined) {
        const kind = (line: number) => lines.get(line)?.values.split(',').at(-1);
        expect(kind(one!)).toBe(kind(other!));
      }
    });

    it('stands within 10 mm of its corners in the map', () => {
      const { placement } = expected;
      const plot = samples.find((one) => one.id === id)!.plot;
      const ground = modelGrounds[plot.id];
      const [, conversion] = /IFCMAPCONVERSION\(#\d+,#\d+,(.*)\);/.exec(text)!;
      const [east, north, height, cos, sin, scale] = conversion!.split(',').map(Number);
      const corners = groundCorners(plot, ground);
      for (const [index, [x, y]] of [
        [ground.x0, ground.y0],
        [ground.x1, ground.y0],
        [ground.x1, ground.y1],
        [ground.x0, ground.y1],
      ].entries()) {
        // The map is smaller than the ground by its scale: 0.26 mm a metre here, so the corner is that much nearer.
        const [mapX, mapY] = [
          east! + scale! * (x! * cos! - y! * sin!),
          north! + scale! * (x! * sin! + y! * cos!),
        ];
        const off = Math.hypot(mapX - corners[index]!.x, mapY - corners[index]!.y);
        expect(off).toBeLessThan(0.01 + 0.0003 * Math.hypot(x!, y!));
      }
      expect(height).toBe(placement.heightM);
      const crs = parseCrs('EPSG:25832+7837');
      if (!crs.ok) throw new Error(crs.reason);
      const place = Float64Array.of(east!, north!, height!);
      createToGeodetic(crs.value, () => 0, { axes: 'east-north' })(place, place);
      const metres = 6_371_000 * Math.abs(place[1]! - (placement.latitudeDeg * Math.PI) / 180);
      expect(metres).toBeLessThan(0.01);
      expect(place[0]! * (180 / Math.PI)).toBeCloseTo(placement.longitudeDeg, 7);
    });
  },
);

/** Values in the brackets of a line; those in inner brackets and in texts don't count. */
function countValues(values: string): number {
  let depth = 0;
  let count = 1;
  for (const letter of values.replace(/'(?:[^']|'')*'/g, '')) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ',' && depth === 0) count++;
  }
  return count;
}

/** The seventh value: Representation. */
const shapeOf = (values: string): string | undefined =>
  /^'[^']*',#\d+,(?:'(?:[^']|'')*'|\$),(?:'(?:[^']|'')*'|\$),(?:'(?:[^']|'')*'|\$),#\d+,#(\d+)/.exec(
    values,
  )?.[1];

const toReal = (value: number): string => {
  const rounded = String(Math.round(value * 1e6) / 1e6);
  return rounded.includes('.') ? rounded : `${rounded}.`;
};
