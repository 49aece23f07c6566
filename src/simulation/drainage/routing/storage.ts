// Area and volume of storage by depth: functional, tabular and frustum shapes. SWMM reference manual vol. II,
// section 3.3.5. m, m², m³.

import type { Curve, DrainageNode, StorageShape } from '../model.ts';
import type { Storage } from './drains.ts';

export function createStorage({ form }: DrainageNode): Storage | undefined {
  if (form.kind !== 'storage') return undefined;
  const { shape, evaporationShare, seepageMps } = form;
  return {
    curve: shape.kind === 'tabular' ? shape.areaM2 : { x: [], y: [] },
    areaAt: (depthM) => areaOf(shape, depthM),
    volumeAt: (depthM) => volumeOf(shape, depthM),
    evaporationShare,
    seepageMps,
  };
}

function areaOf(shape: StorageShape, depthM: number): number {
  switch (shape.kind) {
    case 'functional':
      return (
        shape.constant +
        (depthM > 0 || shape.exponent === 0 ? shape.factor * depthM ** shape.exponent : 0)
      );
    case 'tabular':
      return tableArea(shape.areaM2, depthM);
    case 'frustum': {
      const { lengthM, widthM, sideSlope } = shape;
      const area = (lengthM + 2 * sideSlope * depthM) * (widthM + 2 * sideSlope * depthM);
      return shape.isRound ? (area * Math.PI) / 4 : area;
    }
  }
}

function volumeOf(shape: StorageShape, depthM: number): number {
  switch (shape.kind) {
    case 'functional': {
      const { constant, factor, exponent } = shape;
      return constant * depthM + (factor / (exponent + 1)) * depthM ** (exponent + 1);
    }
    case 'tabular':
      return tableVolume(shape.areaM2, depthM);
    case 'frustum': {
      const { lengthM, widthM, sideSlope: z } = shape;
      const d = depthM;
      const volume =
        lengthM * widthM * d + z * (lengthM + widthM) * d ** 2 + (4 / 3) * z ** 2 * d ** 3;
      return shape.isRound ? (volume * Math.PI) / 4 : volume;
    }
  }
}

function tableArea({ x, y }: Curve, depthM: number): number {
  const last = x.length - 1;
  if (last < 1 || depthM <= x[0]!) return y[0] ?? 0;
  let k = 1;
  while (k < last && x[k]! < depthM) k++;
  const slope = (y[k]! - y[k - 1]!) / (x[k]! - x[k - 1]!);
  const area = y[k - 1]! + slope * (depthM - x[k - 1]!);
  return Math.max(area, 0);
}

function tableVolume(curve: Curve, depthM: number): number {
  const { x, y } = curve;
  let volume = Math.min(depthM, x[0] ?? 0) * (y[0] ?? 0);
  for (let k = 1; k < x.length; k++) {
    if (x[k - 1]! >= depthM) return volume;
    const end = k === x.length - 1 ? depthM : Math.min(depthM, x[k]!);
    const area = k === x.length - 1 || depthM < x[k]! ? tableArea(curve, depthM) : y[k]!;
    volume += ((y[k - 1]! + area) / 2) * (end - x[k - 1]!);
  }
  return x.length < 2 ? (y[0] ?? 0) * depthM : volume;
}
