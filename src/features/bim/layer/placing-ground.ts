// How high the ground lies under the model being placed, asked for when the draft has come to rest.

import {
  Cartographic,
  EllipsoidTerrainProvider,
  type Scene,
  sampleTerrainMostDetailed,
} from 'cesium';
import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import type { ModelPoint } from '#model/model-moves.ts';
import type { GroundUnder } from '../contract/placing.ts';
import { pivotOf, standOfDraft } from '../state/placing.ts';

const REST_MS = 120;

export interface GroundWatch {
  ask(model: string, draft: StoredPlacement, boundsM: BimModel['boundsM']): void;
  stop(): void;
}

export function watchGround(scene: Scene, onGround: (ground: GroundUnder) => void): GroundWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  return {
    ask(model, draft, boundsM) {
      clearTimeout(timer);
      const number = ++asked;
      timer = setTimeout(async () => {
        const places = footOf(boundsM).map((point) => {
          const { longitude, latitude } = standOfDraft(draft, point);
          return new Cartographic(longitude, latitude);
        });
        const heights = await sample(scene, places);
        const [heightM] = heights;
        if (number !== asked || heightM === undefined) return;
        const range = { leastM: Math.min(...heights), greatestM: Math.max(...heights) };
        onGround({ model, draft, heightM, ...range });
      }, REST_MS);
    },
    stop() {
      clearTimeout(timer);
      asked++;
    },
  };
}

/** The middle of the foot, then its corners. */
function footOf(boundsM: BimModel['boundsM']): readonly ModelPoint[] {
  const [least, greatest] = boundsM;
  const corner = (x: number, y: number): ModelPoint => [x, y, least[2]];
  return [
    pivotOf({ boundsM }),
    corner(least[0], least[1]),
    corner(greatest[0], least[1]),
    corner(greatest[0], greatest[1]),
    corner(least[0], greatest[1]),
  ];
}

/** From the finest terrain there is; empty while there is none to be had. */
async function sample(
  { globe, terrainProvider }: Scene,
  places: readonly Cartographic[],
): Promise<number[]> {
  // What is drawn of the bare ellipsoid are coarse triangles, kilometres below it.
  if (terrainProvider instanceof EllipsoidTerrainProvider) return places.map(() => 0);
  const finest = terrainProvider.availability
    ? await sampleTerrainMostDetailed(terrainProvider, [...places]).catch(() => [])
    : [];
  const heights = places.map((place, at) => finest[at]?.height ?? globe.getHeight(place));
  return heights.every((height) => height !== undefined) ? heights : [];
}
