// A look's planes, box and cut through a storey as planes in the model's frame, m: what lies on the side of a
// normal is taken away.

import type { PaintedModel } from '../contract/paint.ts';
import type { BimLook, SectionBox, SectionPlane } from '../contract.ts';

export interface CuttingPlane extends SectionPlane {
  /** What the plane comes from: its place in the look's planes, the box, the storey. */
  readonly source:
    | { readonly kind: 'plane'; readonly at: number }
    | { readonly kind: 'box' | 'storey' };
}

export type CutModel = Pick<PaintedModel, 'id' | 'storeys'>;

export type CutLook = Pick<
  BimLook,
  'planes' | 'box' | 'sectionModel' | 'cutStorey' | 'cutHeightM' | 'explodeM'
>;

/** Metres that each storey is lifted, from below: the lowest stays. */
export const liftsOf = (storeys: number, explodeM: number): number[] =>
  Array.from({ length: storeys }, (_, at) => at * explodeM);

export function cuttingPlanes(model: CutModel, look: CutLook): CuttingPlane[] {
  const isOwn = look.sectionModel === model.id;
  const planes: CuttingPlane[] = isOwn
    ? look.planes.map((plane, at) => ({ ...plane, source: { kind: 'plane', at } }))
    : [];
  if (isOwn && look.box) planes.push(...boxPlanes(look.box));
  const storey = model.storeys.findIndex(({ id }) => id === look.cutStorey);
  const floor = model.storeys[storey]?.elevationM;
  if (floor !== undefined) {
    planes.push({
      normal: [0, 0, 1],
      distanceM: floor + look.cutHeightM + storey * look.explodeM,
      source: { kind: 'storey' },
    });
  }
  return planes;
}

function boxPlanes({ leastM, greatestM }: SectionBox): CuttingPlane[] {
  return [0, 1, 2].flatMap((axis) => {
    const along = [0, 1, 2].map((at) => Number(at === axis));
    const [x = 0, y = 0, z = 0] = along;
    const source = { kind: 'box' } as const;
    return [
      { normal: [x, y, z], distanceM: greatestM[axis] ?? 0, source },
      { normal: [-x, -y, -z], distanceM: -(leastM[axis] ?? 0), source },
    ] satisfies CuttingPlane[];
  });
}
