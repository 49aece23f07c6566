// From the camera of a BCF view to the globe's, and what of the models it shows.

import { toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { metres, radians } from '#model/units.ts';
import type { CameraPose } from '#store/camera.ts';
import type { BcfCamera, Vector } from '../kernel/bcf/topic.ts';
import type { BimModels } from '../session/line.ts';
import { placementOf } from '../state/model-place.ts';

type Opened = BimModels[number];

/** From the IFC file's own coordinates to the model's frame, m. */
export const originOf = ({ model }: Opened): Vector => model.originM ?? [0, 0, 0];

/** An orthogonal camera stands as far off as it sees high. */
export function poseOf(opened: Opened, { kind, eye, direction, extent }: BcfCamera): CameraPose {
  const matrix = toModelMatrix(toModelPlacement(placementOf(opened)));
  const origin = originOf(opened);
  const back = kind === 'orthogonal' ? extent : 0;
  const own: Vector = [
    eye[0] - origin[0] - direction[0] * back,
    eye[1] - origin[1] - direction[1] * back,
    eye[2] - origin[2] - direction[2] * back,
  ];
  const turned = (vector: Vector, row: number) =>
    vector.reduce((sum, value, axis) => sum + value * (matrix[axis * 4 + row] ?? 0), 0);
  const at = (row: number) => metres(turned(own, row) + (matrix[12 + row] ?? 0));
  const position = toGeodetic({ x: at(0), y: at(1), z: at(2) });
  const [x, y, z] = [turned(direction, 0), turned(direction, 1), turned(direction, 2)];
  const { longitude, latitude } = position;
  const [sinLon, cosLon] = [Math.sin(longitude), Math.cos(longitude)];
  const [sinLat, cosLat] = [Math.sin(latitude), Math.cos(latitude)];
  const east = -sinLon * x + cosLon * y;
  const north = -sinLat * cosLon * x - sinLat * sinLon * y + cosLat * z;
  const up = cosLat * cosLon * x + cosLat * sinLon * y + sinLat * z;
  return {
    position,
    heading: radians(Math.atan2(east, north)),
    pitch: radians(Math.atan2(up, Math.hypot(east, north))),
    roll: radians(0),
  };
}
