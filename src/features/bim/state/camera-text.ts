// A camera as saved views keep it, in the form of a shared link: longitude, latitude (deg), height above the
// ellipsoid (m), heading, pitch, roll (deg), joined by commas.

import { fromDegrees, metres, toDegrees } from '#model/units.ts';
import type { CameraPose } from '#store/camera.ts';

const round = (value: number, digits: number) => Number(value.toFixed(digits));

export const toCameraText = ({ position, heading, pitch, roll }: CameraPose): string =>
  [
    round(toDegrees(position.longitude), 7),
    round(toDegrees(position.latitude), 7),
    round(position.height, 2),
    round(toDegrees(heading), 3),
    round(toDegrees(pitch), 3),
    round(toDegrees(roll), 3),
  ].join(',');

/** Undefined where the text is no camera on or above the Earth. */
export function parseCameraText(text: string): CameraPose | undefined {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [longitude, latitude, height, heading, pitch, roll] = numbers;
  if (numbers.length !== 6 || !numbers.every(Number.isFinite)) return undefined;
  if (longitude === undefined || latitude === undefined || height === undefined) return undefined;
  if (heading === undefined || pitch === undefined || roll === undefined) return undefined;
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90 || Math.abs(pitch) > 90)
    return undefined;
  return {
    position: {
      longitude: fromDegrees(longitude),
      latitude: fromDegrees(latitude),
      height: metres(height),
    },
    heading: fromDegrees(heading),
    pitch: fromDegrees(pitch),
    roll: fromDegrees(roll),
  };
}
