// The scales that water and maps are coloured by, for globe and legends alike. Fixed: the same colour is the same
// value at every time and in every run. All scales that have an order darken in it, so that they are read without hue.
// Depths: England's Risk of Flooding from Surface Water. UK rating: FD2320 and its supplementary note of 2008.
// H1 to H6: Australian Disaster Resilience Handbook 7, guideline 7-3.

import type { Text } from '#model/text.ts';
import { ukLimits } from '#simulation/flood/hazard/uk-rating.ts';
import type { FloodColouring, FloodLook } from '../contract.ts';
import { arrivalBreaks, durationBreaks, durationText } from './legend-times.ts';

export interface FloodScale {
  readonly title: Text;
  /** Of the breaks as they are written: m, m/s, h; empty where classes have names. */
  readonly unit: string;
  /** In SI, rising; class `n` reaches from break `n − 1` up to break `n`. */
  readonly breaks: readonly number[];
  /** sRGB, 0xRRGGBB: one more than breaks. */
  readonly colours: readonly number[];
  /** Of each class. */
  readonly labels: readonly Text[];
  /** What is smaller in magnitude is not shown. */
  readonly least: number;
  /** Which variant of a rating, which thresholds. */
  readonly note?: Text;
}

const blues = [0xd3ecf4, 0xa3d4ea, 0x66b3dd, 0x3389c6, 0x1c5ca6, 0x153078];
const heats = [0xf8edb4, 0xf4c667, 0xeb9240, 0xd25a2e, 0xa02b30, 0x5f1533];
const alarms = [0xe3eff5, 0xf5da72, 0xee8f3a, 0x9a1f4a];
const hazards = [0xe9f3f8, 0xf8e48e, 0xf3b54f, 0xe37c33, 0xb53a33, 0x5f1747];
const early = [0x3b0f5c, 0x722180, 0xb0397a, 0xe35a63, 0xf98f62, 0xfdc689, 0xfcf0c3];
const greens = [0xe3f1d0, 0xbcdfb0, 0x86c69a, 0x4da58a, 0x2b7f7a, 0x1f5866, 0x1b3350];
const diverging = [
  0x2d3f8f, 0x4a7fc1, 0x8bb8dd, 0xc4dcec, 0xe9e9e6, 0xf6dcb8, 0xf0b26b, 0xd77b2c, 0x944a10,
];
const purples = [0xe9e3f1, 0xc9bbe0, 0xa78fcb, 0x8460b1, 0x5f3391, 0x3b1266];

const depthBreaks = [0.2, 0.3, 0.6, 0.9, 1.2];
const speedBreaks = [0.25, 0.5, 1, 2, 4];
const differenceBreaks = [-1, -0.5, -0.2, -0.05, 0.05, 0.2, 0.5, 1];
const probabilityBreaks = [0.1, 0.25, 0.5, 0.75, 0.9];
const DRAWN_FROM_M = 0.05;

const ukLabels: readonly Text[] = [
  { en: 'Low: caution', zh: '低：注意' },
  { en: 'Danger for some: children, elderly', zh: '对部分人危险：儿童、老人' },
  { en: 'Danger for most people', zh: '对多数人危险' },
  { en: 'Danger for all, rescuers too', zh: '对所有人危险，包括救援人员' },
];

const aidrLabels: readonly Text[] = [
  { en: 'H1 Safe for all', zh: 'H1 普遍安全' },
  { en: 'H2 Unsafe for small vehicles', zh: 'H2 小型车辆不安全' },
  { en: 'H3 Unsafe for vehicles, children, elderly', zh: 'H3 车辆、儿童、老人不安全' },
  { en: 'H4 Unsafe for people and vehicles', zh: 'H4 人员和车辆不安全' },
  { en: 'H5 Buildings may fail', zh: 'H5 建筑可能受损' },
  { en: 'H6 All buildings may fail', zh: 'H6 所有建筑均可能破坏' },
];

const variants: Readonly<Record<FloodLook['rating'], Text>> = {
  planning: {
    en: 'FD2320 d(v + 0.5) + DF, planning (2008): DF 0.5 up to 0.25 m, 1 above',
    zh: 'FD2320 d(v + 0.5) + DF，规划版（2008）：0.25 m 以下 DF 0.5，以上为 1',
  },
  urban: {
    en: 'FD2321 d(v + 0.5) + DF, urban: DF 0, from 0.25 m on 1',
    zh: 'FD2321 d(v + 0.5) + DF，城市：DF 0，0.25 m 起为 1',
  },
  woodland: {
    en: 'FD2321 d(v + 0.5) + DF, woodland: DF 0, from 0.25 m on 0.5, from 0.75 m or 2 m/s on 1',
    zh: 'FD2321 d(v + 0.5) + DF，林地：DF 0，0.25 m 起 0.5，0.75 m 或 2 m/s 起为 1',
  },
  pasture: {
    en: 'FD2321 d(v + 0.5) + DF, pasture: DF 0, from 0.75 m or 2 m/s on 0.5',
    zh: 'FD2321 d(v + 0.5) + DF，草地：DF 0，0.75 m 或 2 m/s 起为 0.5',
  },
};

/** The scale of a colouring; the rating's variant is named in its note. */
export function floodScale(
  colouring: FloodColouring,
  rating: FloodLook['rating'],
  arrivalDepthM = DRAWN_FROM_M,
): FloodScale {
  switch (colouring) {
    case 'depth':
      return depth({ en: 'Depth', zh: '水深' });
    case 'max-depth':
      return depth({ en: 'Greatest depth', zh: '最大水深' });
    case 'speed':
      return speed({ en: 'Speed', zh: '流速' });
    case 'max-speed':
      return speed({ en: 'Greatest speed', zh: '最大流速' });
    case 'hazard-uk':
      return uk({ en: 'Hazard to people (UK)', zh: '人员危险性（英国）' }, rating);
    case 'max-hazard':
      return uk({ en: 'Greatest hazard to people (UK)', zh: '最大人员危险性（英国）' }, rating);
    case 'hazard-aidr':
      return {
        title: { en: 'Hazard class (AIDR)', zh: '危险等级（AIDR）' },
        unit: '',
        // Of the number of the class itself.
        breaks: [1.5, 2.5, 3.5, 4.5, 5.5],
        colours: hazards,
        labels: aidrLabels,
        least: 0,
        note: {
          en: 'By depth, speed and their product; Australian Disaster Resilience Guideline 7-3',
          zh: '按水深、流速及其乘积；澳大利亚灾害韧性指南 7-3',
        },
      };
    case 'arrival':
      return times({ en: 'Arrival', zh: '到达时间' }, arrivalBreaks, early, arrivalDepthM);
    case 'duration':
      return times(
        { en: 'Time under water', zh: '淹没时长' },
        durationBreaks,
        greens,
        arrivalDepthM,
      );
    case 'difference':
      return {
        ...numbered({ en: 'Difference in depth', zh: '水深差' }, 'm', differenceBreaks, diverging),
        least: DRAWN_FROM_M,
        note: {
          en: 'The run on the left less the one it is compared with: orange is deeper here',
          zh: '当前方案减去对比方案：橙色表示当前更深',
        },
      };
    case 'arrival-early':
      return arrivalOf({ en: 'Arrival in one of ten runs', zh: '十次中最早一次的到达时间' });
    case 'arrival-middle':
      return arrivalOf({ en: 'Arrival in half of the runs', zh: '半数运行的到达时间' });
    case 'arrival-late':
      return arrivalOf({ en: 'Arrival in nine of ten runs', zh: '十次中九次的到达时间' });
    case 'probability':
      return {
        ...numbered(
          { en: 'Share of the ensemble that is wet', zh: '集合中淹没的比例' },
          '%',
          probabilityBreaks,
          purples,
          100,
        ),
        least: 0.01,
      };
  }
}

const arrivalOf = (title: Text): FloodScale => {
  const scale = times(title, arrivalBreaks, early, DRAWN_FROM_M);
  return {
    ...scale,
    note: {
      en: `Water deeper than ${DRAWN_FROM_M} m; not coloured where fewer runs get wet`,
      zh: `水深超过 ${DRAWN_FROM_M} m；不足该次数者不着色`,
    },
  };
};

const depth = (title: Text): FloodScale => ({
  ...numbered(title, 'm', depthBreaks, blues),
  least: DRAWN_FROM_M,
});

const speed = (title: Text): FloodScale => ({
  ...numbered(title, 'm/s', speedBreaks, heats),
  least: 0.01,
});

const uk = (title: Text, rating: FloodLook['rating']): FloodScale => ({
  title,
  unit: '',
  breaks: ukLimits(rating),
  colours: alarms,
  labels: ukLabels,
  least: 0.001,
  note: variants[rating],
});

function times(
  title: Text,
  breaks: readonly number[],
  colours: readonly number[],
  depthM: number,
): FloodScale {
  return {
    title,
    unit: '',
    breaks,
    colours,
    labels: labelsOf(breaks, durationText),
    // Water that was there at the start came at 0 s and is shown; where it never came there is no value.
    least: 0,
    note: { en: `Water deeper than ${depthM} m`, zh: `水深超过 ${depthM} m` },
  };
}

function numbered(
  title: Text,
  unit: string,
  breaks: readonly number[],
  colours: readonly number[],
  factor = 1,
): Omit<FloodScale, 'least'> {
  const write = (value: number): Text => {
    const text = String(value * factor).replace('-', '−');
    return { en: text, zh: text };
  };
  return { title, unit, breaks, colours, labels: labelsOf(breaks, write) };
}

function labelsOf(breaks: readonly number[], write: (value: number) => Text): Text[] {
  const written = breaks.map(write);
  return Array.from({ length: breaks.length + 1 }, (_, at) => {
    const [from, to] = [written[at - 1], written[at]];
    if (from && to) return { en: `${from.en} – ${to.en}`, zh: `${from.zh} – ${to.zh}` };
    if (to) return { en: `< ${to.en}`, zh: `< ${to.zh}` };
    return { en: `> ${from?.en}`, zh: `> ${from?.zh}` };
  });
}
