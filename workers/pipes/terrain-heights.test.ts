import { describe, expect, it } from 'vitest';
import { encodeQuantizedMesh, STEPS } from '#conversion/terrain/quantized-mesh.ts';
import { TerrainHeights } from './terrain-heights.ts';

/** Files by name; what is not there fails as on a server. */
const server = (files: Readonly<Record<string, Uint8Array>>) => {
  const asked: string[] = [];
  const fetch = async (_: string, file: string): Promise<ArrayBuffer> => {
    asked.push(file);
    const found = files[file];
    if (!found) throw new Error(`${file} is missing`);
    return new Uint8Array(found).buffer;
  };
  return { asked, fetch };
};
const layer = new TextEncoder().encode('{"maxzoom":1}');

const degree = Math.PI / 180;

/** The tile east of Greenwich and north of the equator at level 1: 100 m in its west, 0 m in its east. */
const slope = (): Uint8Array =>
  encodeQuantizedMesh({
    box: [0, 0, 90 * degree, 90 * degree],
    ...{ minimumM: 0, maximumM: 100 },
    u: Uint16Array.of(0, STEPS, STEPS, 0),
    v: Uint16Array.of(0, 0, STEPS, STEPS),
    h: Uint16Array.of(STEPS, 0, 0, STEPS),
    triangles: Uint32Array.of(0, 1, 2, 0, 2, 3),
  });

describe('TerrainHeights', () => {
  it('knows nothing where there is no terrain', async () => {
    const { fetch } = server({});
    expect([...(await new TerrainHeights(fetch).sample('http://a/t', [[10, 54]]))]).toEqual([NaN]);
  });

  it('asks for each tile once, and for a coarser one where the finest is missing', async () => {
    const { fetch, asked } = server({ 'layer.json': layer });
    const heights = new TerrainHeights(fetch);
    await heights.sample('http://a/t', [
      [10, 54],
      [10.1, 54],
    ]);
    expect(asked).toEqual(['layer.json', '1/2/1.terrain', '0/1/0.terrain']);
  });

  it('reads the height of the triangle that lies there', async () => {
    const { fetch } = server({ 'layer.json': layer, '1/2/1.terrain': slope() });
    const found = await new TerrainHeights(fetch).sample('http://a/t/', [
      [22.5, 10],
      [45, 80],
      [90 - 1e-9, 45],
      [-10, 10],
    ]);
    expect(found[0]).toBeCloseTo(75, 2);
    expect(found[1]).toBeCloseTo(50, 2);
    expect(found[2]).toBeCloseTo(0, 2);
    expect(found[3]).toBeNaN();
  });
});
