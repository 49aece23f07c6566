// Shape and size of a pipe: circles by diameter, boxes and arches by width and height, also as `900x600`.

import type { PipeShape } from '#model/pipe-network.ts';
import type { LayerValues } from './layer-values.ts';

export interface PipeSize {
  readonly shape: PipeShape;
  readonly innerM?: number | undefined;
  readonly widthM?: number | undefined;
  readonly heightM?: number | undefined;
}

const SHAPES: readonly (readonly [RegExp, PipeShape])[] = [
  [/box|rect|square|culvert|矩形|方/i, 'box'],
  [/arch|horse ?shoe|elli|拱/i, 'arch'],
  [/egg|ovoid|卵/i, 'egg'],
  [/circ|round|圆/i, 'circle'],
];

export function sizeOf(values: LayerValues): PipeSize {
  const diameter = values.length('diameter');
  const widthM = values.length('width')?.metres;
  const heightM = values.length('height')?.metres;
  const named = shapeNamed(values);
  const pair = diameter?.second;
  if (diameter && pair !== undefined) {
    values.tell(
      'pair-sizes',
      '# sizes such as 900x600 are read as width × height.',
      '# 个形如 900x600 的尺寸按宽 × 高读取。',
    );
    return {
      shape: named === 'circle' ? 'box' : (named ?? 'box'),
      widthM: diameter.metres,
      heightM: pair,
    };
  }
  if (widthM !== undefined && heightM !== undefined) {
    if (named === undefined && widthM === heightM && diameter === undefined) {
      return { shape: 'circle', innerM: widthM };
    }
    return { shape: named === 'circle' ? 'box' : (named ?? 'box'), widthM, heightM };
  }
  const single = diameter?.metres ?? heightM ?? widthM;
  if (named !== undefined && named !== 'circle') {
    if (single !== undefined) {
      values.tell(
        'single-sizes',
        '# boxes, arches and eggs have one size only: it is taken for width and height.',
        '# 条方涵、拱涵或卵形管仅有一个尺寸：宽高均按此值。',
      );
    }
    return { shape: named, widthM: single, heightM: single };
  }
  return { shape: 'circle', innerM: single };
}

function shapeNamed(values: LayerValues): PipeShape | undefined {
  const words = [values.text('shape'), String(values.raw.PIPECLASS ?? '')];
  for (const word of words) {
    const found = SHAPES.find(([pattern]) => pattern.test(word));
    if (found) return found[1];
  }
  return undefined;
}
