// What the colours of buildings mean, for globe and legend alike. Fixed: the same colour is the same value at every
// time and in every fire. What has an order darkens in it, so that it is read without hue.

import type { Text } from '#model/text.ts';
import type { BuildingColouring } from '../../state/look.ts';
import { rateWords, yearsBetween } from '../rate-words.ts';
import { riskLimits } from './risk-limits.ts';
import { minutesLabels, percentLabels, spanLabels } from './scale-labels.ts';

export type ShownColouring = Exclude<BuildingColouring, 'none'>;

export interface FireScale {
  readonly title: Text;
  /** Of the labels; empty where classes have names or say it themselves. */
  readonly unit: string;
  /** Class `n` has colour `n` (sRGB, 0xRRGGBB) and label `n`. */
  readonly colours: readonly number[];
  readonly labels: readonly Text[];
  /** Rising; class `n` reaches from break `n − 1` (from there on) up to break `n`. Empty where classes aren't of one number. */
  readonly breaks: readonly number[];
  readonly note: Text;
}

export const burningClasses = [
  ...(['next60', 'next30', 'next10', 'growing', 'flames', 'over', 'wet'] as const),
] as const;
/** The last class of the colouring by risk class. */
export const RAISED_CLASS = 5;
/** ln × 10 of `RiskFrame.live` from which a building counts as raised: twice as often as usual. */
export const RAISED_FROM = 7;

export const percentileBreaks = [50, 75, 90, 95, 99] as const;
export const arrivalBreaksS = [600, 1800, 3600, 7200, 14_400, 28_800] as const;
export const probabilityBreaks = [0.1, 0.25, 0.5, 0.75, 0.9] as const;
export const firstEngineBreaksS = [180, 300, 480, 600, 900] as const;
export const fullAlarmBreaksS = [300, 480, 600, 900, 1200] as const;

const heats = [0xf6efcf, 0xf4c667, 0xe8833a, 0xb8382f, 0x5c1237];
const sixHeats = [0xf6efcf, 0xf6d689, 0xf0a94f, 0xd96a31, 0xa02b30, 0x5f1533];
const early = [0x3b0f5c, 0x722180, 0xb0397a, 0xe35a63, 0xf98f62, 0xfdc689, 0xfcf0c3];
const purples = [0xe9e3f1, 0xc9bbe0, 0xa78fcb, 0x8460b1, 0x5f3391, 0x3b1266];
const teals = [0xe3f1d0, 0xb0dcb6, 0x6fbfa6, 0x3c9396, 0x2b6282, 0x28306a];
const NOT_REACHED = 0xd94f00;

const simulated: Text = {
  en: 'Simulated; screening, not for life-safety decisions.',
  zh: '模拟结果；仅供初步研判，不用于生命安全决策。',
};
const noted = (note: Text): Text => ({
  en: `${note.en} ${simulated.en}`,
  zh: `${note.zh}${simulated.zh}`,
});

/** `coefficients`: the table of the risk model as a person edited it, whose limits part the classes. */
export function fireScale(colouring: ShownColouring, coefficients?: string): FireScale {
  switch (colouring) {
    case 'risk-class':
      return riskScale(riskLimits(coefficients));
    case 'risk-percentile':
      return {
        title: { en: 'Fire risk among all buildings', zh: '火灾风险在全市建筑中的位次' },
        unit: '%',
        colours: sixHeats,
        labels: ['0 – 49', '50 – 74', '75 – 89', '90 – 94', '95 – 98', '99 – 100'].map(same),
        breaks: percentileBreaks,
        note: noted({
          en: 'Share of the other buildings with a lower score (fires a year × who is harmed).',
          zh: '评分（年起火次数 × 受害人数）低于该建筑的其他建筑所占比例。',
        }),
      };
    case 'burning':
      return {
        title: { en: 'What burns', zh: '燃烧状况' },
        unit: '',
        colours: [0xf7f0c0, 0xf5cf6b, 0xee9a3a, 0xdc4b25, 0x96214f, 0x1e1f28, 0x2f8fd6],
        labels: [
          { en: 'Catches fire in 30 – 60 min', zh: '30 – 60 分钟内起火' },
          { en: 'Catches fire in 10 – 30 min', zh: '10 – 30 分钟内起火' },
          { en: 'Catches fire within 10 min', zh: '10 分钟内起火' },
          { en: 'Burns inside', zh: '室内燃烧' },
          { en: 'Flames from the openings', zh: '火焰喷出窗口' },
          { en: 'Burnt out or put out', zh: '燃尽或已扑灭' },
          { en: 'Kept wet by engines', zh: '消防车冷却保护中' },
        ],
        breaks: [],
        note: noted({
          en: 'At the shown time, if nothing more is done than what the scenario says.',
          zh: '所示时刻的状况；除方案所列措施外不采取其他行动。',
        }),
      };
    case 'arrival':
      return {
        title: { en: 'When it catches fire', zh: '起火时间' },
        unit: '',
        colours: early,
        labels: spanLabels(arrivalBreaksS),
        breaks: arrivalBreaksS,
        note: noted({ en: 'Time since the fire began.', zh: '自火灾开始起算。' }),
      };
    case 'difference':
      return {
        title: { en: 'Where the two fires differ', zh: '两个火情的差异' },
        unit: '',
        colours: [0x3b1f3f, 0xe0701f, 0x2f9fd8, 0xf0e7c4],
        labels: [
          { en: 'Burns or burnt in both', zh: '两者均已起火' },
          { en: 'Only in the one that is shown', zh: '仅显示的火情中起火' },
          { en: 'Only in the one it is compared with', zh: '仅对比的火情中起火' },
          { en: 'Later, in one of them or both', zh: '稍后在其中之一或两者中起火' },
        ],
        breaks: [],
        note: noted({ en: 'Up to the shown time.', zh: '截至所示时刻。' }),
      };
    case 'probability':
      return {
        title: { en: 'How likely it burns', zh: '燃烧概率' },
        unit: '%',
        colours: purples,
        labels: percentLabels(probabilityBreaks),
        breaks: probabilityBreaks,
        note: noted({
          en: 'Share of the ensemble’s fires in which the building burns.',
          zh: '集合模拟中该建筑燃烧的比例。',
        }),
      };
    case 'first-engine':
      return {
        ...engineScale(firstEngineBreaksS),
        title: { en: 'First engine after dispatch', zh: '首车到场时间（自调派起）' },
        note: noted({
          en: 'GB 51080 asks for 5 min, NFPA 1710 for 5 min 20 s (80 s turnout, 240 s travel).',
          zh: 'GB 51080 要求 5 分钟；NFPA 1710 为 5 分 20 秒（出动 80 秒、行驶 240 秒）。',
        }),
      };
    case 'full-alarm':
      return {
        ...engineScale(fullAlarmBreaksS),
        title: { en: 'Full alarm after dispatch', zh: '全部力量到场时间（自调派起）' },
        note: noted({
          en: 'NFPA 1710 asks for 9 min 20 s (80 s turnout, 480 s travel).',
          zh: 'NFPA 1710 要求 9 分 20 秒（出动 80 秒、行驶 480 秒）。',
        }),
      };
  }
}

const same = (text: string): Text => ({ en: text, zh: text });

function riskScale(limits: readonly number[]): FireScale {
  const names = riskClassNames;
  const [second = 0, third = 0, fourth = 0, fifth = 0] = limits;
  const between = (least: number, most: number): Text => ({
    en: `one fire in ${yearsBetween(most)} – ${yearsBetween(least)} years`,
    zh: `每 ${yearsBetween(most)} – ${yearsBetween(least)} 年一次`,
  });
  const rates: readonly Text[] = [
    { en: `less than ${rateWords(second).en}`, zh: `低于${rateWords(second).zh}` },
    between(second, third),
    between(third, fourth),
    between(fourth, fifth),
    { en: `${rateWords(fifth).en} or more`, zh: `${rateWords(fifth).zh}或更多` },
  ];
  return {
    title: { en: 'Fire risk: fires a year', zh: '火灾风险：年起火次数' },
    unit: '',
    colours: [...heats, 0x2a72d4],
    labels: [
      ...rates.map((rate, at) => ({
        en: `${names[at]?.en}: ${rate.en}`,
        zh: `${names[at]?.zh}：${rate.zh}`,
      })),
      { en: 'Detectors double it or more now', zh: '探测器使其当前升高一倍以上' },
    ],
    breaks: [],
    note: noted({
      en: 'Fixed limits of fires a year, the same in every city.',
      zh: '按年起火次数的固定界限划分，各城市一致。',
    }),
  };
}

export const riskClassNames: readonly Text[] = [
  { en: 'Very low', zh: '很低' },
  { en: 'Low', zh: '低' },
  { en: 'Moderate', zh: '中等' },
  { en: 'High', zh: '高' },
  { en: 'Very high', zh: '很高' },
];

/** Of the class 1 … 5 (sRGB). */
export const riskClassColour = (riskClass: number): number => heats[riskClass - 1] ?? 0x80858c;

const engineScale = (breaks: readonly number[]) => ({
  unit: 'min',
  colours: [...teals, NOT_REACHED],
  labels: [...minutesLabels(breaks), { en: 'Not reached', zh: '无法到达' }],
  breaks,
});

/** Of a colouring without its data, for a selector. */
export const colouringTitle = (colouring: ShownColouring): Text => fireScale(colouring).title;
