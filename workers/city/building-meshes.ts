// The finest mesh of a building, found in the tiles by where it stands.

import { glbReady } from '#conversion/gltf/open-glb.ts';
import { readGlb } from '#conversion/gltf/read-glb.ts';
import type { TileMesh } from '#features/city/kernel/mesh-size.ts';
import { fetchFile } from '../fetch-file.ts';

interface Tile {
  readonly boundingVolume: { readonly region?: readonly number[] };
  readonly content?: { readonly uri: string };
  readonly children?: readonly Tile[];
}

/** Buildings that are counted together are neighbours, so a few tiles serve them. */
const KEPT_TILES = 4;
/** A centre may lie on the edge of its tile, rad; 6 mm. */
const EDGE = 1e-9;

export class BuildingMeshes {
  readonly #baseUrl: string;
  readonly #tileset: string;
  readonly #trees = new Map<string, Promise<Tile>>();
  readonly #meshes = new Map<string, Promise<TileMesh>>();

  /** `tileset`: relative to the folder of city.json. */
  constructor(baseUrl: string, tileset: string) {
    this.#baseUrl = baseUrl;
    this.#tileset = tileset;
  }

  /** Undefined where no tile holds it; throws `FileError` where one can't be fetched. */
  async find(building: number, longitude: number, latitude: number): Promise<TileMesh | undefined> {
    const isOver = ({ boundingVolume: { region } }: Tile): boolean => {
      if (!region) return true;
      const [west = 0, south = 0, east = 0, north = 0] = region;
      return (
        longitude >= west - EDGE &&
        longitude <= east + EDGE &&
        latitude >= south - EDGE &&
        latitude <= north + EDGE
      );
    };
    const search = async (tile: Tile, folder: string): Promise<TileMesh | undefined> => {
      if (!isOver(tile)) return undefined;
      for (const child of tile.children ?? []) {
        const mesh = await search(child, folder);
        if (mesh) return mesh;
      }
      const uri = tile.content?.uri;
      if (uri === undefined || (tile.children?.length ?? 0) > 0) return undefined;
      const path = new URL(uri, `${this.#baseUrl}${folder}`).href;
      if (path.endsWith('.json')) {
        return await search(await this.#tree(path), path.slice(this.#baseUrl.length));
      }
      const mesh = await this.#mesh(path);
      return holds(mesh, building) ? mesh : undefined;
    };
    return await search(await this.#tree(`${this.#baseUrl}${this.#tileset}`), this.#tileset);
  }

  #tree(url: string): Promise<Tile> {
    return keep(this.#trees, url, async () => {
      const text = new TextDecoder().decode(await this.#fetch(url));
      return (JSON.parse(text) as { readonly root: Tile }).root;
    });
  }

  #mesh(url: string): Promise<TileMesh> {
    const mesh = keep(this.#meshes, url, async () => {
      await glbReady;
      const { positions, triangles, cityIndex } = readGlb(new Uint8Array(await this.#fetch(url)));
      return { positions, triangles, cityIndex };
    });
    for (const oldest of this.#meshes.keys()) {
      if (this.#meshes.size <= KEPT_TILES) break;
      this.#meshes.delete(oldest);
    }
    return mesh;
  }

  #fetch(url: string): Promise<ArrayBuffer> {
    return fetchFile(this.#baseUrl, url.slice(this.#baseUrl.length), () => {});
  }
}

/** Failures are not kept. */
function keep<Value>(
  kept: Map<string, Promise<Value>>,
  key: string,
  find: () => Promise<Value>,
): Promise<Value> {
  const found = kept.get(key) ?? find();
  kept.delete(key);
  kept.set(key, found);
  found.catch(() => kept.delete(key));
  return found;
}

function holds({ cityIndex }: TileMesh, building: number): boolean {
  for (let corner = 0; corner < cityIndex.length; corner++) {
    if (cityIndex[corner] === building) return true;
  }
  return false;
}
