import { expect, test } from 'vitest';
import { formatNumber, formatQuantity } from './format-quantity.ts';

const thin = '\u202f';

test('shows four significant digits and never shortens the whole part', () => {
  expect(formatNumber(1234567.89, 'en')).toBe('1,234,568');
  expect(formatNumber(12.34567, 'en')).toBe('12.35');
  expect(formatNumber(0.012345, 'en')).toBe('0.01235');
  expect(formatNumber(3, 'en')).toBe('3');
});

test('sets a narrow no-break space before a unit, none before degrees and percent', () => {
  expect(formatQuantity(12.3, 'm', 'en')).toBe(`12.3${thin}m`);
  expect(formatQuantity(21.5, '°C', 'zh')).toBe(`21.5${thin}°C`);
  expect(formatQuantity(48.2, '°', 'en')).toBe('48.2°');
  expect(formatQuantity(45, '%', 'zh')).toBe('45%');
});

test('writes a dash without a unit where there is no value', () => {
  for (const nothing of [undefined, null, Number.NaN]) {
    expect(formatQuantity(nothing, 'm', 'en')).toBe('–');
    expect(formatQuantity(nothing, 'm', 'zh')).toBe('–');
  }
});

test('writes the huge and the tiny with a power of ten', () => {
  expect(formatQuantity(1.234e18, 'J', 'en')).toBe(`1.23${thin}×${thin}10¹⁸${thin}J`);
  expect(formatQuantity(-4.5e-7, 'm', 'en')).toBe(`−4.50${thin}×${thin}10⁻⁷${thin}m`);
  expect(formatNumber(0, 'en')).toBe('0');
  expect(formatNumber(-Infinity, 'en')).toBe('−∞');
});

test('uses a true minus, fixed decimals and ungrouped years where asked', () => {
  expect(formatQuantity(-4.2, 'm', 'en', { decimals: 2 })).toBe(`−4.20${thin}m`);
  expect(formatNumber(1985, 'en', { isGrouped: false })).toBe('1985');
  expect(formatNumber(0.00001, 'en', { decimals: 2 })).toBe('0.00');
});

test('never writes minus zero', () => {
  expect(formatNumber(-0.00001, 'en', { decimals: 2 })).toBe('0.00');
  expect(formatNumber(-0, 'en')).toBe('0');
});

test('shortens by the habit of the language', () => {
  expect(formatNumber(1_250_000, 'en', { isCompact: true })).toBe('1.3M');
  expect(formatNumber(1_250_000, 'zh', { isCompact: true })).toBe('125万');
});
