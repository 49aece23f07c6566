import type { Text } from '#model/text.ts';
import type { FirePointing } from '../state/initial.ts';

/** What is pointed at, and how, in a sentence beside the pointer. */
export const pointedWords: Readonly<
  Record<FirePointing['thing'], { readonly name: Text; readonly how: Text }>
> = {
  ignition: {
    name: { en: 'Ignition', zh: '起火点' },
    how: { en: 'Click on the building that burns.', zh: '点击起火建筑。' },
  },
  defence: {
    name: { en: 'Defended block', zh: '防护街区' },
    how: {
      en: 'Draw around the buildings that are kept wet, three corners or more; finish with Enter.',
      zh: '圈出需喷淋防护的建筑（至少三点），按回车完成。',
    },
  },
  engine: {
    name: { en: 'Engine', zh: '消防车' },
    how: { en: 'Click where the engine stands.', zh: '点击消防车停靠处。' },
  },
  release: {
    name: { en: 'Release', zh: '释放源' },
    how: { en: 'Click where it comes out.', zh: '点击释放处。' },
  },
  'stand-by': {
    name: { en: 'Stand-by place', zh: '备勤点' },
    how: { en: 'Click where engines stand by.', zh: '点击备勤位置。' },
  },
  closure: {
    name: { en: 'Closed street', zh: '封闭道路' },
    how: { en: 'Click on the street that is closed.', zh: '点击封闭的道路。' },
  },
  zone: {
    name: { en: 'Zone', zh: '区域' },
    how: {
      en: 'Draw around the zone, three corners or more; finish with Enter.',
      zh: '圈出区域（至少三点），按回车完成。',
    },
  },
  wildland: {
    name: { en: 'Wildland fire', zh: '野火' },
    how: { en: 'Click where it begins.', zh: '点击起火处。' },
  },
};

export const drawMessages = {
  title: (name: Text): Text => ({ en: `Point at: ${name.en}`, zh: `指定：${name.zh}` }),
  notRead: (typed: string): Text => ({
    en: `“${typed}” is no place: longitude, latitude such as 10.64012, 54.29871 is expected.`,
    zh: `“${typed}”不是坐标：应为经度, 纬度，如 10.64012, 54.29871。`,
  }),
  points: (count: number): Text => ({
    en: count === 1 ? '1 point' : `${count} points`,
    zh: `${count} 点`,
  }),
} as const;
