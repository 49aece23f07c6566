import { Matrix4, Vector3 } from 'three';
import { middle, type Point } from './contact.ts';
import type { Solid } from './solid.ts';

const identity = new Matrix4();
const here = { point: new Vector3(), distance: 0, faceIndex: 0 };
const there = { point: new Vector3(), distance: 0, faceIndex: 0 };

/** How near two surfaces come, where that is below `clearanceM`; 0 where they touch. */
export function findGap(
  a: Solid,
  b: Solid,
  clearanceM: number,
): { readonly gapM: number; readonly point: Point } | undefined {
  const { geometry } = b.bvh;
  const found = a.bvh.closestPointToGeometry(geometry, identity, here, there, 0, clearanceM);
  if (!found || found.distance >= clearanceM) return undefined;
  const point = middle(toPoint(here.point), toPoint(there.point));
  return { gapM: found.distance, point };
}

const toPoint = ({ x, y, z }: Vector3): Point => [x, y, z];
