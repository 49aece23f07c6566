import { expect, test } from 'vitest';
import { shortcutKeys } from './shortcut-text.ts';

test('names Mod after the keyboard in hand', () => {
  expect(shortcutKeys('Mod+Shift+K', false)).toEqual(['Ctrl', 'Shift', 'K']);
  expect(shortcutKeys('Mod+Shift+K', true)).toEqual(['⌘', '⇧', 'K']);
});

test('keeps plus a key', () => {
  expect(shortcutKeys('+', false)).toEqual(['+']);
});

test('draws arrows and shortens Escape', () => {
  expect(shortcutKeys('ArrowLeft', false)).toEqual(['←']);
  expect(shortcutKeys('Escape', false)).toEqual(['Esc']);
});
