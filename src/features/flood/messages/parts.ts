// The parts of a scenario in words: their kinds, figures and what may be done with them.

import type { Text } from '#model/text.ts';
import type { HazardKind } from '../contract.ts';
import type { DrawnKind } from '../state/initial.ts';

export const kindNames: Readonly<Record<DrawnKind, Text>> = {
  breach: { en: 'Breach', zh: '溃口' },
  inflow: { en: 'Inflow', zh: '入流' },
  stage: { en: 'Water level', zh: '水位' },
  rain: { en: 'Storm', zh: '暴雨' },
  'dam-break': { en: 'Dam break', zh: '溃坝' },
  burst: { en: 'Burst main', zh: '爆管' },
  barrier: { en: 'Barrier', zh: '屏障' },
  pump: { en: 'Pump', zh: '水泵' },
  culvert: { en: 'Culvert', zh: '涵洞' },
  gate: { en: 'Gate', zh: '闸门' },
  gauge: { en: 'Gauge or section', zh: '测点或断面' },
};

/** How each is drawn, in a sentence beside the pointer. */
export const howToDraw: Readonly<Record<DrawnKind, Text>> = {
  breach: {
    en: 'Click on the levee where it goes; or draw along its crest and finish with Enter.',
    zh: '点击堤防溃决处；或沿堤顶绘制，按回车完成。',
  },
  inflow: {
    en: 'Click where water enters, or draw a line across; finish with Enter.',
    zh: '点击入流处，或横向画线，按回车完成。',
  },
  stage: {
    en: 'Draw the line along which the level is known; finish with Enter.',
    zh: '画出已知水位的线，按回车完成。',
  },
  rain: {
    en: 'Draw around where it rains, three corners or more; finish with Enter.',
    zh: '圈出降雨范围（至少三点），按回车完成。',
  },
  'dam-break': {
    en: 'Draw the dam from end to end, or click a place, or draw around the pond; finish with Enter.',
    zh: '画出坝线两端，或点击一处，或圈出蓄水范围；按回车完成。',
  },
  burst: { en: 'Click where the main burst.', zh: '点击爆管处。' },
  barrier: {
    en: 'Draw where it stands, corner by corner; finish with Enter.',
    zh: '逐点画出屏障位置，按回车完成。',
  },
  pump: {
    en: 'Click where it takes water, then where it gives it; Enter after one: out of the area.',
    zh: '点击取水处，再点击排水处；只点一处按回车：排出区外。',
  },
  culvert: { en: 'Click on its one end, then on the other.', zh: '依次点击两端。' },
  gate: {
    en: 'Draw where it stands in its wall; finish with Enter.',
    zh: '画出闸门位置，按回车完成。',
  },
  gauge: {
    en: 'One click is a gauge, more are a section; finish with Enter.',
    zh: '单击为测点，多点为断面；按回车完成。',
  },
};

export const hazardNames: Readonly<Record<HazardKind, Text>> = {
  breach: { en: 'Levee breach', zh: '溃堤' },
  river: { en: 'River flood', zh: '河洪' },
  surge: { en: 'Storm surge', zh: '风暴潮' },
  rain: { en: 'Cloudburst', zh: '暴雨' },
  'dam-break': { en: 'Dam break', zh: '溃坝' },
  burst: { en: 'Burst main', zh: '爆管' },
};

export const partMessages = {
  numbered: (kind: Text, number: number): Text => ({
    en: `${kind.en} ${number}`,
    zh: `${kind.zh} ${number}`,
  }),
  highRiver: { en: 'River at its 100-year level', zh: '百年一遇河水位' },
  breachOf: (name: string): Text => ({ en: `Breach of ${name}`, zh: `${name}溃口` }),
  withPart: (name: string, part: string): Text => ({
    en: `${name}, with ${part}`,
    zh: `${name}（含${part}）`,
  }),
  withoutPart: (name: string, part: string): Text => ({
    en: `${name}, without ${part}`,
    zh: `${name}（无${part}）`,
  }),

  // Figures
  width: { en: 'Width', zh: '宽度' },
  height: { en: 'Height', zh: '高度' },
  crest: { en: 'Crest level', zh: '顶高程' },
  begins: { en: 'Begins after', zh: '开始于' },
  ends: { en: 'Ends after', zh: '结束于' },
  stands: { en: 'Stands from', zh: '架设于' },
  until: { en: 'Until', zh: '撤除于' },
  grows: { en: 'Grows for', zh: '扩展历时' },
  invert: { en: 'Lowest level', zh: '底高程' },
  invertHint: { en: 'Empty: the ground beside it', zh: '留空：取旁侧地面' },
  flow: { en: 'Flow', zh: '流量' },
  flowOverTime: { en: 'Flow over time', zh: '流量过程' },
  levelOverTime: { en: 'Level over time', zh: '水位过程' },
  openingOverTime: { en: 'Opening over time', zh: '开度过程' },
  intensityOverTime: { en: 'Rain over time', zh: '雨强过程' },
  level: { en: 'Level', zh: '水位' },
  heldBy: { en: 'Water that is held', zh: '蓄水' },
  asVolume: { en: 'As a volume', zh: '按水量' },
  volume: { en: 'Volume', zh: '蓄水量' },
  pondArea: (hectares: string): Text => ({
    en: `Pond of ${hectares} ha; its level follows from the ground there.`,
    zh: `蓄水面积 ${hectares} 公顷；水位由当地地面推算。`,
  }),
  turnOver: { en: 'Pond on the other side of the dam', zh: '换到坝的另一侧' },
  depth: { en: 'Rain', zh: '雨量' },
  duration: { en: 'Within', zh: '历时' },
  shape: { en: 'Course of the storm', zh: '雨型' },
  peak: { en: 'Peak at', zh: '雨峰位置' },
  quartile: { en: 'Quartile of the peak', zh: '峰值四分位' },
  startDepth: { en: 'Starts at a depth of', zh: '启动水深' },
  stopDepth: { en: 'Stops at a depth of', zh: '停止水深' },
  count: { en: 'Barrels', zh: '孔数' },
  oneWay: { en: 'Lets nothing back (flap)', zh: '单向（拍门）' },
  sill: { en: 'Sill', zh: '槛高程' },
  heightAbove: { en: 'Above the ground', zh: '高出地面' },
  asLevel: { en: 'As a level', zh: '按高程' },
  area: { en: 'Where it rains', zh: '降雨范围' },
  everywhere: { en: 'Everywhere', zh: '全域' },
  drawnArea: { en: 'In the drawn area', zh: '绘制范围' },
  time: { en: 'Time', zh: '时间' },
  addRow: { en: 'Add a row', zh: '添加一行' },
  removeRow: (number: number): Text => ({ en: `Remove row ${number}`, zh: `删除第 ${number} 行` }),
  rowTime: (number: number): Text => ({ en: `Time of row ${number}`, zh: `第 ${number} 行时间` }),
  rowValue: (number: number): Text => ({ en: `Value of row ${number}`, zh: `第 ${number} 行数值` }),
  corners: { en: 'Corners', zh: '坐标' },
  cornersHint: {
    en: 'Longitude, latitude in degrees, one corner a line',
    zh: '经度, 纬度（度），每行一点',
  },
} as const;

export const stormNames = {
  block: { en: 'Even', zh: '均匀' },
  chicago: { en: 'Chicago', zh: '芝加哥雨型' },
  'scs-ii': { en: 'SCS type II', zh: 'SCS II 型' },
  huff: { en: 'Huff', zh: 'Huff 雨型' },
  'alternating-block': { en: 'Alternating block', zh: '交替块' },
  series: { en: 'As listed', zh: '按表' },
} as const satisfies Record<string, Text>;
