import { expect, it } from 'vitest';
import type { BimLook } from '../contract.ts';
import { toSectionPlane } from '../state/section-plane.ts';
import { nameCuts } from './name-cuts.ts';

const plain: BimLook = {
  ...{ isolated: [], hidden: [], ghost: false, explodeM: 0, cutStorey: undefined, cutHeightM: 1.2 },
  ...{ planes: [], box: undefined, sectionModel: undefined, showSpaces: false },
  colourBy: undefined,
};
const storeys = [{ id: 'm/EG', part: 'm/element/EG', name: 'Ground floor' }];
const say = (look: Partial<BimLook>, isPart = false) =>
  nameCuts({ ...plain, ...look }, storeys, { isPart, metres: (value) => `${value} m` });
const english = (...given: Parameters<typeof say>) => say(...given).map(({ en }) => en);

it('says nothing where nothing is taken away', () => {
  expect(english({})).toEqual([]);
});

it('says where a storey is cut open, how many planes cut and that a box does', () => {
  const plane = toSectionPlane({ axis: 2, atM: 1, isFlipped: false });
  const box = { leastM: [0, 0, 0], greatestM: [1, 1, 1] } as const;
  expect(english({ cutStorey: 'm/EG', planes: [plane], box })).toEqual([
    'cut open 1.2 m over Ground floor',
    '1 section plane',
    'section box',
  ]);
  expect(say({ cutStorey: 'm/EG' })[0]?.zh).toBe('在 Ground floor 楼面以上 1.2 m 处剖开');
});

it('names an isolated storey, and what becomes of the rest', () => {
  expect(english({ isolated: ['m/element/EG'], ghost: true }, true)).toEqual([
    'only Ground floor',
    'the rest as ghosts',
  ]);
  expect(english({ isolated: ['m/element/EG', 'm/element/door'] }, true)).toEqual([
    'only what is isolated',
  ]);
});

it('counts what was hidden and says how far storeys are apart', () => {
  expect(english({ hidden: ['m/element/door'], explodeM: 3 }, true)).toEqual([
    '1 part hidden',
    'storeys pulled 3 m apart',
  ]);
});
