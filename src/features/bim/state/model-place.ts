// Where an open model stands, and from its own frame to the Earth.

import { type BimModel, type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { type Metres, metres, type Radians } from '#model/units.ts';
import type { ModelSource, SectionBox } from '../contract.ts';
import {
  readingOf as readingInUse,
  placementOf as storedPlacementOf,
} from '../kernel/placement.ts';

export interface PlacedModel {
  readonly source: ModelSource;
  readonly model: BimModel;
}

/** The reading of the file that is used: the one a person chose, else the first. */
export const readingOf = ({ source, model }: PlacedModel) => readingInUse(source, model);

/** Where a person put it, else where its file says. */
export const placementOf = ({ source, model }: PlacedModel): StoredPlacement =>
  storedPlacementOf(source, model);

/** The sphere around a box of the model's frame, on the Earth: a place to fly to. */
export function sphereAround(placement: StoredPlacement, { leastM, greatestM }: SectionBox) {
  const matrix = toModelMatrix(toModelPlacement(placement));
  const centre = leastM.map((least, axis) => (least + (greatestM[axis] ?? least)) / 2);
  const along = (row: number) =>
    metres(
      centre.reduce(
        (sum, value, axis) => sum + value * (matrix[axis * 4 + row] ?? 0),
        matrix[12 + row] ?? 0,
      ),
    );
  const { longitude, latitude, height } = toGeodetic({ x: along(0), y: along(1), z: along(2) });
  const sides = leastM.map((least, axis) => (greatestM[axis] ?? least) - least);
  const radius = metres((Math.hypot(...sides) / 2) * placement.scale);
  return { longitude, latitude, height, radius } satisfies Sphere;
}

interface Sphere {
  readonly longitude: Radians;
  readonly latitude: Radians;
  readonly height: Metres;
  readonly radius: Metres;
}

/** The box around boxes; undefined where there is none. */
export function boxAround(boxes: readonly SectionBox[]): SectionBox | undefined {
  const [first, ...others] = boxes;
  return others.reduce<SectionBox | undefined>(
    (all, one) =>
      all && {
        leastM: zip(all.leastM, one.leastM, Math.min),
        greatestM: zip(all.greatestM, one.greatestM, Math.max),
      },
    first,
  );
}

type Point = SectionBox['leastM'];
const zip = (a: Point, b: Point, join: (x: number, y: number) => number): Point => [
  join(a[0], b[0]),
  join(a[1], b[1]),
  join(a[2], b[2]),
];

/** The box with `marginM` more on every side. */
export const grow = ({ leastM, greatestM }: SectionBox, marginM: number): SectionBox => ({
  leastM: [leastM[0] - marginM, leastM[1] - marginM, leastM[2] - marginM],
  greatestM: [greatestM[0] + marginM, greatestM[1] + marginM, greatestM[2] + marginM],
});

export const boxOf = ({ boundsM }: Pick<BimModel, 'boundsM'>): SectionBox => ({
  leastM: boundsM[0],
  greatestM: boundsM[1],
});
