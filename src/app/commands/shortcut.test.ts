import { describe, expect, it } from 'vitest';
import { type Keys, matchesShortcut } from './shortcut.ts';

const press = (key: string, down: Partial<Keys> = {}): Keys => ({
  key,
  code: `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...down,
});

describe('a shortcut', () => {
  it('takes a single key whatever caps lock says', () => {
    expect(matchesShortcut('N', press('n'), false)).toBe(true);
    expect(matchesShortcut('N', press('N'), false)).toBe(true);
  });

  it('leaves a key alone when another modifier is down', () => {
    expect(matchesShortcut('N', press('n', { ctrlKey: true }), false)).toBe(false);
    expect(matchesShortcut('N', press('N', { shiftKey: true }), false)).toBe(false);
    expect(matchesShortcut('N', press('n', { altKey: true }), false)).toBe(false);
    expect(matchesShortcut('Shift+N', press('n'), false)).toBe(false);
  });

  it('means Ctrl by Mod, and Cmd on a Mac', () => {
    expect(matchesShortcut('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
    expect(matchesShortcut('Mod+K', press('k', { metaKey: true }), false)).toBe(false);
    expect(matchesShortcut('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(matchesShortcut('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  });

  it('goes by the sign, whether or not it takes Shift on this keyboard', () => {
    expect(matchesShortcut('?', press('?', { shiftKey: true }), false)).toBe(true);
    expect(matchesShortcut('?', press('?'), false)).toBe(true);
    expect(matchesShortcut('Mod+/', press('/', { ctrlKey: true }), false)).toBe(true);
  });

  it('finds the letter by its place on a keyboard without Latin letters', () => {
    expect(matchesShortcut('N', press('т', { code: 'KeyN' }), false)).toBe(true);
    expect(matchesShortcut('N', press('b', { code: 'KeyN' }), false)).toBe(false);
  });

  it('knows keys with names', () => {
    expect(matchesShortcut('Escape', press('Escape'), false)).toBe(true);
    expect(matchesShortcut('Shift+Escape', press('Escape'), false)).toBe(false);
  });
});
