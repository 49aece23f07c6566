// Cross-sections of SWMM's links → shape, width and height.

import type { PipeShape } from '#model/pipe-network.ts';
import type { AssumptionList } from '../assumptions.ts';
import type { InpSections } from './sections.ts';

export interface SwmmSection {
  readonly shape: PipeShape;
  readonly innerM?: number | undefined;
  readonly widthM?: number | undefined;
  readonly heightM?: number | undefined;
  readonly role?: 'main' | 'forceMain' | 'culvert' | undefined;
}

const CIRCLES = ['CIRCULAR', 'FORCE_MAIN', 'FILLED_CIRCULAR'];
const EGGS = ['EGG', 'HORIZ_ELLIPSE', 'VERT_ELLIPSE', 'CATENARY', 'GOTHIC'];
const ARCHES = [
  'ARCH',
  'HORSESHOE',
  'BASKETHANDLE',
  'SEMICIRCULAR',
  'SEMIELLIPTICAL',
  'MODBASKETHANDLE',
];

export function readSections(
  sections: InpSections,
  lengthM: number,
  assumptions: AssumptionList,
): ReadonlyMap<string, SwmmSection> {
  const found = new Map<string, SwmmSection>();
  for (const row of sections.rows('XSECTIONS')) {
    const [id = '', written = ''] = row.words;
    const name = written.toUpperCase();
    if (name === 'IRREGULAR' || name === 'STREET' || name === 'CUSTOM') {
      const heightM = name === 'CUSTOM' ? sections.number(row, 2, 'depth', 0) * lengthM : undefined;
      assumptions.add(
        'swmm-irregular',
        '# channels and streets follow a transect: their width and height stay in the model alone.',
        '# 条明渠或街道采用断面数据：其宽高仅保留在模型中。',
      );
      found.set(id, { shape: 'box', heightM: heightM || undefined });
      continue;
    }
    const heightM = sections.number(row, 2, 'greatest depth') * lengthM;
    const widthM = sections.number(row, 3, 'width', 0) * lengthM;
    if (heightM <= 0 && name !== 'DUMMY') {
      sections.fail(row, `the depth of ${id} is ${row.words[2]}; expected more than 0.`);
    }
    if (CIRCLES.includes(name)) {
      found.set(id, {
        shape: 'circle',
        innerM: heightM,
        role: name === 'FORCE_MAIN' ? 'forceMain' : 'main',
      });
      continue;
    }
    const shape = EGGS.includes(name) ? 'egg' : ARCHES.includes(name) ? 'arch' : 'box';
    found.set(id, {
      shape,
      heightM: heightM || undefined,
      widthM: widthM > 0 && !SINGLE.includes(name) ? widthM : undefined,
    });
  }
  return found;
}

/** Shapes whose second number is no width, m. */
const SINGLE = [
  'EGG',
  'CATENARY',
  'GOTHIC',
  'HORSESHOE',
  'BASKETHANDLE',
  'SEMICIRCULAR',
  'SEMIELLIPTICAL',
];
