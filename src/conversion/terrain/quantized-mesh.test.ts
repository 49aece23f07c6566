import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEcef } from '#model/position.ts';
import { metres, radians } from '#model/units.ts';
import { buildTile, buildTileMesh } from './build-tile.ts';
import { encodeQuantizedMesh, fromOct, STEPS, type TerrainMesh, toOct } from './quantized-mesh.ts';
import { type DecodedTile, decodeQuantizedMesh } from './quantized-mesh-decode.ts';
import { nodeLatitude, nodeLongitude, TILE_CELLS, tileSize } from './tile-scheme.ts';

const hills = (longitude: number, latitude: number) =>
  40 + 12 * Math.sin(longitude * 9e4) * Math.cos(latitude * 7e4) + 3 * Math.sin(latitude * 31e4);

describe('encode and decode', () => {
  it('give back positions, triangles and edges to the bit', () => {
    const step = fc.integer({ min: 0, max: STEPS });
    const vertices = fc.array(fc.tuple(step, step, step), { minLength: 3, maxLength: 200 });
    fc.assert(
      fc.property(vertices, fc.double({ min: -400, max: 8000, noNaN: true }), (list, minimum) => {
        const mesh: TerrainMesh = {
          box: [0.1, 0.9, 0.11, 0.91],
          minimumM: Math.fround(minimum),
          maximumM: Math.fround(minimum + 100),
          u: Uint16Array.from(list, ([u]) => u),
          v: Uint16Array.from(list, ([, v]) => v),
          h: Uint16Array.from(list, ([, , h]) => h),
          triangles: Uint32Array.from({ length: (list.length - 2) * 3 }, (_, at) =>
            at % 3 === 0 ? 0 : Math.floor(at / 3) + (at % 3),
          ),
        };
        const tile = decodeQuantizedMesh(encodeQuantizedMesh(mesh));
        expect([tile.u, tile.v, tile.h]).toEqual([mesh.u, mesh.v, mesh.h]);
        expect(tile.triangles).toEqual(mesh.triangles);
        expect([tile.minimumM, tile.maximumM]).toEqual([mesh.minimumM, mesh.maximumM]);
        expect(tile.normals).toBeUndefined();
        expect([...tile.west].every((vertex) => tile.u[vertex] === 0)).toBe(true);
        expect(tile.north.length).toBe(list.filter(([, v]) => v === STEPS).length);
      }),
    );
  });

  it('keep heights within half a step of the tile’s range', () => {
    const key = { level: 15, x: 33600, y: 25900 };
    const tile = decodeQuantizedMesh(buildTile(hills, key, 0));
    const stepM = (tile.maximumM - tile.minimumM) / STEPS;
    for (let vertex = 0; vertex < tile.u.length; vertex++) {
      const column = Math.round((tile.u[vertex]! * TILE_CELLS) / STEPS);
      const row = Math.round((tile.v[vertex]! * TILE_CELLS) / STEPS);
      const truth = hills(
        nodeLongitude(15, key.x * TILE_CELLS + column),
        nodeLatitude(15, key.y * TILE_CELLS + row),
      );
      const height = tile.minimumM + tile.h[vertex]! * stepM;
      expect(Math.abs(height - truth)).toBeLessThanOrEqual(stepM * 0.501);
    }
  });

  it('write 32-bit indices where a tile has more than 65,536 vertices', () => {
    const count = 65540;
    const mesh: TerrainMesh = {
      box: [0, 0, 0.01, 0.01],
      minimumM: 0,
      maximumM: 1,
      u: Uint16Array.from({ length: count }, (_, at) => at % STEPS),
      v: new Uint16Array(count),
      h: new Uint16Array(count),
      triangles: Uint32Array.from({ length: count - (count % 3) }, (_, at) => at),
    };
    const tile = decodeQuantizedMesh(encodeQuantizedMesh(mesh));
    expect(tile.triangles).toEqual(mesh.triangles);
    expect(tile.u).toEqual(mesh.u);
  });

  it('refuse bytes that end early', () => {
    const bytes = buildTile(hills, { level: 10, x: 1050, y: 810 }, 1);
    expect(() => decodeQuantizedMesh(bytes.subarray(0, 200))).toThrow(RangeError);
  });
});

it('octahedral normals come back within 1.5 degrees', () => {
  const part = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(part, part, part, (x, y, z) => {
      const length = Math.hypot(x, y, z);
      fc.pre(length > 0.01);
      const [bx, by, bz] = fromOct(...toOct(x / length, y / length, z / length));
      const cosine = (x * bx + y * by + z * bz) / length;
      expect(cosine).toBeGreaterThan(Math.cos((1.5 * Math.PI) / 180));
    }),
  );
});

describe('a tile', () => {
  const tile = decodeQuantizedMesh(buildTile(hills, { level: 14, x: 16800, y: 12950 }, 0.1));

  it('lies inside its bounding sphere', () => {
    const west = 16800 * tileSize(14) - Math.PI;
    const south = 12950 * tileSize(14) - Math.PI / 2;
    for (let vertex = 0; vertex < tile.u.length; vertex++) {
      const height = tile.minimumM + (tile.h[vertex]! / STEPS) * (tile.maximumM - tile.minimumM);
      const { x, y, z } = toEcef({
        longitude: radians(west + (tile.u[vertex]! / STEPS) * tileSize(14)),
        latitude: radians(south + (tile.v[vertex]! / STEPS) * tileSize(14)),
        height: metres(height),
      });
      const [cx, cy, cz] = tile.sphere.centre;
      expect(Math.hypot(x - cx, y - cy, z - cz)).toBeLessThanOrEqual(tile.sphere.radiusM + 1e-6);
    }
  });

  it('has an occlusion point just outside the ellipsoid', () => {
    const distance = Math.hypot(...tile.occlusionPoint);
    expect(distance).toBeGreaterThan(1);
    expect(distance).toBeLessThan(1.001);
  });

  it('of half the globe never sets for who could see it', () => {
    const root = decodeQuantizedMesh(buildTile(() => 0, { level: 0, x: 0, y: 0 }, 1e4));
    expect(Math.hypot(...root.occlusionPoint)).toBeGreaterThan(1e5);
  });

  it('points its normals away from the Earth where the ground is level', () => {
    const mesh = buildTileMesh(() => 30, { level: 12, x: 4200, y: 3200 }, 0);
    const longitude = nodeLongitude(12, 4200 * TILE_CELLS);
    const latitude = nodeLatitude(12, 3200 * TILE_CELLS);
    const corner = [...mesh.u].findIndex((u, at) => u === 0 && mesh.v[at] === 0);
    const normals = mesh.normals ?? new Float32Array();
    expect(normals[corner * 3]).toBeCloseTo(Math.cos(latitude) * Math.cos(longitude), 6);
    expect(normals[corner * 3 + 2]).toBeCloseTo(Math.sin(latitude), 6);
  });
});

/** Height of an edge at each node along it, straight between its vertices. */
function edgeLine(tile: DecodedTile, edge: Uint32Array, along: Uint16Array): Float64Array {
  const vertices = [...edge].map((vertex) => ({
    node: (along[vertex]! * TILE_CELLS) / STEPS,
    height: tile.minimumM + (tile.h[vertex]! / STEPS) * (tile.maximumM - tile.minimumM),
  }));
  return Float64Array.from({ length: TILE_CELLS + 1 }, (_, node) => {
    const next = Math.max(
      1,
      vertices.findIndex((vertex) => vertex.node >= node - 1e-3),
    );
    const [a, b] = [vertices[next - 1]!, vertices[next]!];
    return a.height + ((node - a.node) / (b.node - a.node)) * (b.height - a.height);
  });
}

describe('neighbouring tiles', () => {
  // The grid of heights is rough on one side only, so that the two meshes differ as much as they can.
  const arbitrary = fc.record({
    level: fc.integer({ min: 9, max: 17 }),
    x: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
    y: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    toleranceM: fc.double({ min: 0.01, max: 5, noNaN: true }),
    seed: fc.integer({ min: 1, max: 1000 }),
  });

  it('have the same line along the side they share, whatever their insides are: no crack', () => {
    fc.assert(
      fc.property(arbitrary, ({ level, x, y, toleranceM, seed }) => {
        const key = { level, x: Math.floor(x * 2 ** (level + 1)), y: Math.floor(y * 2 ** level) };
        const size = tileSize(level);
        const heightAt = (longitude: number, latitude: number) => {
          const [s, t] = [(longitude + Math.PI) / size, (latitude + Math.PI / 2) / size];
          const roughness = s > key.x + 1 || t > key.y + 1 ? 30 : 1;
          return (
            50 + roughness * Math.sin(s * seed) * Math.cos(t * 17) + 5 * Math.sin(t * 90 + s * 40)
          );
        };
        const own = decodeQuantizedMesh(buildTile(heightAt, key, toleranceM));
        const east = decodeQuantizedMesh(buildTile(heightAt, { ...key, x: key.x + 1 }, toleranceM));
        const north = decodeQuantizedMesh(
          buildTile(heightAt, { ...key, y: key.y + 1 }, toleranceM),
        );
        const pairs = [
          [edgeLine(own, own.east, own.v), edgeLine(east, east.west, east.v), east],
          [edgeLine(own, own.north, own.u), edgeLine(north, north.south, north.u), north],
        ] as const;
        for (const [a, b, other] of pairs) {
          const steps = own.maximumM - own.minimumM + other.maximumM - other.minimumM;
          for (let node = 0; node <= TILE_CELLS; node++) {
            // A step of height in each tile, and half a step along the edge, 1/512 of a cell, on its slope.
            const rise = Math.abs(a[node]! - (a[node - 1] ?? a[node]!));
            const fall = Math.abs(a[node]! - (a[node + 1] ?? a[node]!));
            const limit = (2 * steps) / STEPS + (rise + fall) / 256;
            expect(Math.abs(a[node]! - b[node]!)).toBeLessThanOrEqual(limit);
          }
        }
      }),
      { numRuns: 15 },
    );
  }, 20_000);
});
