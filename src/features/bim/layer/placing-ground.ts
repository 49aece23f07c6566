// How high the ground lies under the model being placed, asked for when the draft has come to rest.

import { Cartographic, type Scene } from 'cesium';
import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import type { ModelPoint } from '#model/model-moves.ts';
import { sampleGround } from '#scene/ground-height.ts';
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
        const heights = await sampleGround(scene, places);
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
