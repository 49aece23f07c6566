import { describe, expect, it } from 'vitest';
import { nameClass } from './class-names.ts';

describe('the name of a class', () => {
  it('is what people call it, whichever of its cases a file uses', () => {
    expect(nameClass('IfcWall')).toEqual({ en: 'Wall', zh: '墙' });
    expect(nameClass('IfcWallStandardCase')).toBe(nameClass('IfcWall'));
    expect(nameClass('IfcDoorType').zh).toBe('门');
    expect(nameClass('IfcSpace').en).toBe('Room');
  });

  it('is its own in words where nobody has given it one', () => {
    expect(nameClass('IfcBoreHole').en).toBe('Bore hole');
    expect(nameClass('').en).toBe('');
  });
});
