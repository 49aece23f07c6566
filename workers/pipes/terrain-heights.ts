// Ground heights out of the terrain's own tiles (quantized-mesh, geographic TMS), as the globe draws them at their
// finest. Heights above the ellipsoid, m.

import { decodeQuantizedMesh } from '#conversion/terrain/quantized-mesh-decode.ts';
import type { PlanPlace } from '#features/pipes/contract/section.ts';
import { fetchFile } from '../fetch-file.ts';

const steps = 32_767;
const mostTiles = 60;

interface Tile {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly heightM: Float64Array;
  readonly triangles: Uint32Array;
}

export class TerrainHeights {
  readonly #fetch: typeof fetchFile;
  #url = '';
  #deepest: Promise<number> | undefined;
  #tiles = new Map<string, Promise<Tile | undefined>>();

  constructor(fetch: typeof fetchFile = fetchFile) {
    this.#fetch = fetch;
  }

  /** Folder of the tiles. NaN where there is none; throws nothing for tiles that are missing. */
  async sample(url: string, places: readonly PlanPlace[]): Promise<Float32Array> {
    const base = url.endsWith('/') ? url : `${url}/`;
    if (base !== this.#url) {
      this.#url = base;
      this.#deepest = undefined;
      this.#tiles.clear();
    }
    this.#deepest ??= this.#readDeepest(base);
    const deepest = await this.#deepest;
    const heights = new Float32Array(places.length).fill(Number.NaN);
    for (const [at, place] of places.entries()) {
      for (let level = deepest; level >= 0; level--) {
        const size = 180 / 2 ** level;
        const [x, y] = [Math.floor((place[0] + 180) / size), Math.floor((place[1] + 90) / size)];
        const tile = await this.#open(base, `${level}/${x}/${y}.terrain`);
        if (!tile) continue;
        const u = ((place[0] + 180) / size - x) * steps;
        const v = ((place[1] + 90) / size - y) * steps;
        heights[at] = heightIn(tile, u, v);
        break;
      }
    }
    return heights;
  }

  async #readDeepest(base: string): Promise<number> {
    try {
      const text = new TextDecoder().decode(await this.#fetch(base, 'layer.json', () => {}));
      const layer: unknown = JSON.parse(text);
      const { maxzoom, available } = layer as { maxzoom?: unknown; available?: unknown };
      if (typeof maxzoom === 'number') return maxzoom;
      return Array.isArray(available) ? available.length - 1 : -1;
    } catch {
      return -1;
    }
  }

  #open(base: string, file: string): Promise<Tile | undefined> {
    const known = this.#tiles.get(file);
    if (known) return known;
    if (this.#tiles.size >= mostTiles) {
      const [oldest = ''] = this.#tiles.keys();
      this.#tiles.delete(oldest);
    }
    const tile = this.#fetch(base, file, () => {}).then(
      (bytes) => toTile(new Uint8Array(bytes)),
      () => undefined,
    );
    this.#tiles.set(file, tile);
    return tile;
  }
}

function toTile(bytes: Uint8Array): Tile {
  const { u, v, h, minimumM, maximumM, triangles } = decodeQuantizedMesh(bytes);
  return {
    x: Float64Array.from(u),
    y: Float64Array.from(v),
    heightM: Float64Array.from(h, (height) => minimumM + ((maximumM - minimumM) * height) / steps),
    triangles,
  };
}

/** Plane of the triangle that holds the place; NaN where none does. */
function heightIn({ x, y, heightM, triangles }: Tile, u: number, v: number): number {
  const slack = -1e-6;
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!];
    const whole = (x[b]! - x[a]!) * (y[c]! - y[a]!) - (x[c]! - x[a]!) * (y[b]! - y[a]!);
    if (whole === 0) continue;
    const ofB = ((u - x[a]!) * (y[c]! - y[a]!) - (x[c]! - x[a]!) * (v - y[a]!)) / whole;
    const ofC = ((x[b]! - x[a]!) * (v - y[a]!) - (u - x[a]!) * (y[b]! - y[a]!)) / whole;
    if (ofB < slack || ofC < slack || ofB + ofC > 1 - slack) continue;
    return (1 - ofB - ofC) * heightM[a]! + ofB * heightM[b]! + ofC * heightM[c]!;
  }
  return Number.NaN;
}
