// How long a metre is on the screen, at the middle of the picture.

import { toEcef } from '#model/position.ts';
import type { Metres } from '#model/units.ts';
import { findLookedAt } from '#scene/camera-pose.ts';
import type { CameraPose } from '#store/camera.ts';

/** Cesium's default view: 60° over the longer side. */
const HALF_VIEW = Math.PI / 6;

export interface ScaleBar {
  readonly lengthM: number;
  readonly lengthPx: number;
}

/** Metres on the ground for one pixel across the picture's centre; undefined where that is the sky. */
export function metresPerPixel(
  pose: CameraPose,
  groundHeight: Metres,
  viewport: { readonly width: number; readonly height: number },
): number | undefined {
  const centre = findLookedAt(pose, groundHeight);
  if (!centre) return undefined;
  const [eye, ground] = [toEcef(pose.position), toEcef(centre)];
  const distance = Math.hypot(eye.x - ground.x, eye.y - ground.y, eye.z - ground.z);
  return (2 * distance * Math.tan(HALF_VIEW)) / Math.max(viewport.width, viewport.height);
}

/** The longest of 1, 2, 5 · 10ⁿ m that fits into `roomPx`. */
export function scaleBar(metresPerPx: number, roomPx: number): ScaleBar {
  const longest = metresPerPx * roomPx;
  const power = 10 ** Math.floor(Math.log10(longest));
  const lengthM = [5, 2, 1].map((step) => step * power).find((m) => m <= longest) ?? power;
  return { lengthM, lengthPx: lengthM / metresPerPx };
}

/** `50 m`, `2 km`. */
export function toLengthText(lengthM: number): string {
  if (lengthM >= 1000) return `${lengthM / 1000} km`;
  return lengthM >= 1 ? `${lengthM} m` : `${Number((lengthM * 100).toFixed(2))} cm`;
}
