// What is wrong with a series that was pasted or dropped, a sentence each: line, value, what was expected.

import type { Text } from '#model/text.ts';
import type { SeriesQuantity } from '../kernel/series/quantities.ts';

export const quantityNames: Readonly<Record<SeriesQuantity, Text>> = {
  level: { en: 'Water level', zh: '水位' },
  flow: { en: 'Discharge', zh: '流量' },
  rain: { en: 'Rain', zh: '降雨' },
};

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

export const seriesFaults = {
  empty: {
    en: 'The series is empty; a time and a value are expected in each line.',
    zh: '序列为空；每行应有时间与数值。',
  },
  short: (rows: number): Text => ({
    en: `The series has ${rows === 0 ? 'no line' : 'one line'} of figures; two or more are expected.`,
    zh: `序列只有 ${rows} 行数据，至少应有两行。`,
  }),
  long: (most: number): Text => ({
    en: `The series has more than ${most} lines; take fewer.`,
    zh: `序列超过 ${most} 行，请减少。`,
  }),
  noValue: (line: number, text: string): Text => ({
    en: `Line ${line}: “${cut(text)}” has one column; a time and a value are expected.`,
    zh: `第 ${line} 行：“${cut(text)}”只有一列；应有时间与数值。`,
  }),
  columns: (line: number, found: number, expected: number): Text => ({
    en: `Line ${line} has ${found} columns; ${expected} are expected, as in the lines above it.`,
    zh: `第 ${line} 行有 ${found} 列；应与上文一致，为 ${expected} 列。`,
  }),
  time: (line: number, text: string): Text => ({
    en: `Line ${line}: the time is “${cut(text)}”; a moment such as 2026-11-26 08:00 or a number is expected.`,
    zh: `第 ${line} 行：时间为“${cut(text)}”；应为 2026-11-26 08:00 之类的时刻或数字。`,
  }),
  otherTime: (line: number, text: string, isMoment: boolean): Text => ({
    en: `Line ${line}: the time is “${cut(text)}”; ${isMoment ? 'a moment' : 'a number'} is expected, as in the lines above it.`,
    zh: `第 ${line} 行：时间为“${cut(text)}”；应与上文一致，为${isMoment ? '时刻' : '数字'}。`,
  }),
  back: (line: number, text: string, before: string): Text => ({
    en: `Line ${line}: the time is “${cut(text)}”; one after “${cut(before)}” of the line above it is expected.`,
    zh: `第 ${line} 行：时间为“${cut(text)}”；应晚于上一行的“${cut(before)}”。`,
  }),
  value: (line: number, column: string, text: string): Text => ({
    en: `Line ${line}: ${column} is “${cut(text)}”; a number is expected.`,
    zh: `第 ${line} 行：${column}为“${cut(text)}”；应为数字。`,
  }),
  negative: (line: number, column: string, value: number): Text => ({
    en: `Line ${line}: ${column} is ${value}; 0 or more is expected.`,
    zh: `第 ${line} 行：${column}为 ${value}；应不小于 0。`,
  }),
  absurd: (
    line: number,
    column: string,
    value: number,
    unit: string,
    least: number,
    most: number,
  ): Text => ({
    en: `Line ${line}: ${column} is ${value} ${unit}; ${least} to ${most} ${unit} is expected. Is it in another unit?`,
    zh: `第 ${line} 行：${column}为 ${value} ${unit}；应在 ${least} 至 ${most} ${unit} 之间。单位是否正确？`,
  }),
  unit: (column: string, unit: string, expected: string): Text => ({
    en: `Line 1: the unit of ${column} is “${cut(unit)}”; one of ${expected} is expected.`,
    zh: `第 1 行：${column}的单位为“${cut(unit)}”；应为 ${expected} 之一。`,
  }),
  noColumn: (column: string): Text => ({
    en: `${column} has fewer than two figures; two or more are expected.`,
    zh: `${column}的数据少于两个；至少应有两个。`,
  }),
} as const;

/** How a column without a header is called. */
export const columnName = (number: number): Text => ({
  en: number === 1 ? 'the value' : `value ${number}`,
  zh: number === 1 ? '数值' : `数值 ${number}`,
});
