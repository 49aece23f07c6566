import { describe, expect, it } from 'vitest';
import { readPlacingKey } from './placing-keys.ts';

describe('keys of placing', () => {
  const press = (key: string, more = {}) =>
    readPlacingKey({
      key,
      shiftKey: false,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      ...more,
    });

  it('move by a metre, by ten with Shift, by a tenth with Alt', () => {
    expect(press('ArrowUp')).toEqual({ kind: 'move', byM: [0, 1, 0] });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'move', byM: [-10, 0, 0] });
    expect(press('PageDown', { altKey: true })).toEqual({ kind: 'move', byM: [0, 0, -0.1] });
  });

  it('turn counter-clockwise by comma, clockwise by full stop, whatever Shift makes of them', () => {
    expect(press(',')).toEqual({ kind: 'turn', byDeg: 1 });
    expect(press('.', { altKey: true })).toEqual({ kind: 'turn', byDeg: -0.1 });
    expect(press('>', { shiftKey: true })).toEqual({ kind: 'turn', byDeg: -10 });
  });

  it('apply and cancel; with Ctrl or Cmd they are the app’s', () => {
    expect(press('Enter')).toEqual({ kind: 'apply' });
    expect(press('Escape')).toEqual({ kind: 'cancel' });
    expect(press('ArrowUp', { ctrlKey: true })).toBeUndefined();
    expect(press('a')).toBeUndefined();
  });
});
