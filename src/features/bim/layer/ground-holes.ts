// Opens the ground where a model has a basement, so that one looks into it and not onto a lawn.

import { Cartesian3, Matrix4 } from 'cesium';
import { openGround } from '#scene/ground-openings.ts';
import type { Stage } from '#scene/layer.ts';
import type { SectionBox } from '../contract.ts';

export interface GroundHole {
  readonly box: SectionBox;
  /** Model's frame → Earth-centred, column-major. */
  readonly matrix: Float64Array;
}

export class GroundHoles {
  readonly #stage: Stage;
  #known = '';

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Polygons can't be changed, so others take their place where anything is another. */
  set(holes: readonly GroundHole[]): void {
    const known = holes
      .map(({ box, matrix }) => [...box.leastM, ...box.greatestM, ...matrix])
      .join();
    if (known === this.#known) return;
    this.#known = known;
    const { globe } = this.#stage.scene;
    if (!globe) return;
    openGround(globe, this, holes.map(cornersOf));
    this.#stage.requestRender();
  }
}

function cornersOf({ box: { leastM, greatestM }, matrix }: GroundHole): Cartesian3[] {
  const toEarth = Matrix4.fromArray([...matrix]);
  const [west, south] = leastM;
  const [east, north] = greatestM;
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(([x = 0, y = 0]) =>
    Matrix4.multiplyByPoint(toEarth, new Cartesian3(x, y, 0), new Cartesian3()),
  );
}
