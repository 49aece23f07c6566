import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLOOD_TILE, type FloodWater, TILE_CELLS } from './flood-format.ts';
import { FloodMirror } from './flood-mirror.ts';

/** These tiles, each of one depth and velocity. */
function aWater(tiles: readonly (readonly [tile: number, mm: number, u?: number, v?: number])[]) {
  const water = {
    tiles: Uint32Array.from(tiles, ([tile]) => tile),
    depthMm: new Uint16Array(tiles.length * TILE_CELLS),
    uCms: new Int16Array(tiles.length * TILE_CELLS),
    vCms: new Int16Array(tiles.length * TILE_CELLS),
  };
  for (const [at, [, mm, u = 0, v = 0]] of tiles.entries()) {
    water.depthMm.fill(mm, at * TILE_CELLS, (at + 1) * TILE_CELLS);
    water.uCms.fill(u, at * TILE_CELLS, (at + 1) * TILE_CELLS);
    water.vCms.fill(v, at * TILE_CELLS, (at + 1) * TILE_CELLS);
  }
  return water satisfies FloodWater;
}

function taken(mirror: FloodMirror, water: FloodWater): number[] {
  const changed: number[] = [];
  mirror.take(water, (tile) => changed.push(tile));
  return changed.sort((a, b) => a - b);
}

describe('the mirror of what is on the graphics card', () => {
  it('names tiles that changed and no others', () => {
    const mirror = new FloodMirror(200, 130);
    expect([mirror.columns, mirror.rows]).toEqual([4, 3]);
    expect(
      taken(
        mirror,
        aWater([
          [0, 100],
          [5, 200],
        ]),
      ),
    ).toEqual([0, 5]);
    expect(
      taken(
        mirror,
        aWater([
          [0, 100],
          [5, 200],
        ]),
      ),
    ).toEqual([]);
    expect(
      taken(
        mirror,
        aWater([
          [0, 100],
          [5, 201],
          [11, 7],
        ]),
      ),
    ).toEqual([5, 11]);
  });

  it('names a tile whose velocity alone changed', () => {
    const mirror = new FloodMirror(64, 64);
    taken(mirror, aWater([[0, 100, 20, -30]]));
    expect(taken(mirror, aWater([[0, 100, 20, -31]]))).toEqual([0]);
  });

  it('dries up tiles that are in the frame no more, once', () => {
    const mirror = new FloodMirror(128, 64);
    taken(
      mirror,
      aWater([
        [0, 100],
        [1, 300],
      ]),
    );
    expect(taken(mirror, aWater([[1, 300]]))).toEqual([0]);
    expect(mirror.isWet(0)).toBe(false);
    expect(mirror.depthBytes(0).every((byte) => byte === 0)).toBe(true);
    expect(taken(mirror, aWater([[1, 300]]))).toEqual([]);
  });

  it('packs depths and signed velocities so that they are read back exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 65_535 }),
        fc.integer({ min: -32_768, max: 32_767 }),
        fc.integer({ min: -32_768, max: 32_767 }),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 79 }),
        (mm, u, v, column, row) => {
          const mirror = new FloodMirror(100, 80);
          const tile = Math.floor(row / FLOOD_TILE) * 2 + Math.floor(column / FLOOD_TILE);
          const cell = (row % FLOOD_TILE) * FLOOD_TILE + (column % FLOOD_TILE);
          const water = aWater([[tile, 0]]);
          water.depthMm[cell] = mm;
          water.uCms[cell] = u;
          water.vCms[cell] = v;
          mirror.take(water, () => {});
          const { depthMm, uCms, vCms } = mirror.at(column, row);
          expect([depthMm, uCms, vCms]).toEqual([mm, u, v]);
          // As the shader takes the bytes apart.
          const [low = 0, high = 0] = mirror.depthBytes(tile).subarray(2 * cell);
          const [a = 0, b = 0, c = 0, d = 0] = mirror.velocityBytes(tile).subarray(4 * cell);
          const signed = (from: number) => from - (from >= 32_768 ? 65_536 : 0);
          expect(low + 256 * high).toBe(mm);
          expect([signed(a + 256 * b), signed(c + 256 * d)]).toEqual([u, v]);
        },
      ),
    );
  });

  it('tells where water is deep enough to be drawn and where it moves', () => {
    const mirror = new FloodMirror(256, 64);
    taken(
      mirror,
      aWater([
        [0, 49, 100],
        [1, 50, 2, 2],
        [2, 50, 0, -3],
      ]),
    );
    expect([0, 1, 2, 3].map((tile) => mirror.isWet(tile))).toEqual([false, true, true, false]);
    expect([0, 1, 2, 3].map((tile) => mirror.isMoving(tile))).toEqual([false, false, true, false]);
  });

  it('refuses tiles outside and frames that lack values, in a sentence', () => {
    const mirror = new FloodMirror(64, 64);
    expect(() => mirror.take(aWater([[1, 10]]), () => {})).toThrow(
      'A frame names tile 1; the raster has 1.',
    );
    const water = { ...aWater([[0, 10]]), vCms: new Int16Array(5) };
    expect(() => mirror.take(water, () => {})).toThrow(
      'A frame of 1 tiles has 5 values; expected 4096.',
    );
  });
});
