import { describe, expect, it } from 'vitest';
import { findTreeMove, findTyped, type TreeItem } from './tree-keys.ts';

/** One row a word; spaces before it say how deep it stands, `+` that it is closed, `-` that it is open. */
const aTree = (...rows: readonly string[]): readonly TreeItem[] =>
  rows.map((row) => {
    const [, indent = '', sign = '', label = ''] = /^( *)([+-]?)(.*)$/.exec(row) ?? [];
    return {
      id: label,
      label,
      level: indent.length + 1,
      place: 1,
      siblings: 1,
      ...(sign && { isExpanded: sign === '-' }),
    };
  });

const house = aTree('-House', ' -Ground', '  Door', '  Wall', ' +Roof', 'Garden');
const move = (at: number, key: string) => findTreeMove(house, at, key, 3);

describe('the keys of a tree', () => {
  it('go up and down, by pages and to the ends, and stop there', () => {
    expect([move(0, 'ArrowDown'), move(0, 'ArrowUp'), move(5, 'ArrowDown')]).toEqual([
      { kind: 'go', to: 1 },
      { kind: 'go', to: 0 },
      { kind: 'go', to: 5 },
    ]);
    expect([move(1, 'PageDown'), move(1, 'PageUp'), move(2, 'Home'), move(2, 'End')]).toEqual([
      { kind: 'go', to: 4 },
      { kind: 'go', to: 0 },
      { kind: 'go', to: 0 },
      { kind: 'go', to: 5 },
    ]);
  });

  it('open what is closed, then go in; close what is open, then go out', () => {
    expect(move(4, 'ArrowRight')).toEqual({ kind: 'expand', at: 4 });
    expect(move(1, 'ArrowRight')).toEqual({ kind: 'go', to: 2 });
    expect(move(2, 'ArrowRight')).toBeUndefined();
    expect(move(1, 'ArrowLeft')).toEqual({ kind: 'collapse', at: 1 });
    expect(move(3, 'ArrowLeft')).toEqual({ kind: 'go', to: 1 });
    expect(move(4, 'ArrowLeft')).toEqual({ kind: 'go', to: 0 });
    expect(move(5, 'ArrowLeft')).toBeUndefined();
  });

  it('do nothing in an empty tree, and other keys do nothing', () => {
    expect(findTreeMove([], 0, 'End', 3)).toBeUndefined();
    expect(move(0, 'x')).toBeUndefined();
  });
});

describe('typing in a tree', () => {
  const doors = aTree('Door 1', 'Wall', 'Door 2', 'Dome');
  it('goes to the next row that begins with it and round again', () => {
    expect(findTyped(doors, 0, 'd')).toBe(2);
    expect(findTyped(doors, 2, 'dd')).toBe(3);
    expect(findTyped(doors, 3, 'd')).toBe(0);
    expect(findTyped(doors, 0, 'wa')).toBe(1);
  });

  it('stays where a longer beginning still fits, and goes nowhere where nothing does', () => {
    expect(findTyped(doors, 2, 'door')).toBe(2);
    expect(findTyped(doors, 2, 'door 1')).toBe(0);
    expect(findTyped(doors, 0, 'x')).toBe(-1);
    expect(findTyped([], 0, 'd')).toBe(-1);
  });
});
