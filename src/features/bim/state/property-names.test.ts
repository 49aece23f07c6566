import { describe, expect, it } from 'vitest';
import { nameProperty } from './property-names.ts';

describe('the name of a property', () => {
  it('is what people call it', () => {
    expect(nameProperty('FireRating')).toEqual({ en: 'Fire rating', zh: '耐火等级' });
  });

  it('is made of the words of its own name', () => {
    expect(nameProperty('MinimumHeadroom').en).toBe('Minimum headroom');
    expect(nameProperty('IfcGUID').en).toBe('Ifc GUID');
    expect(nameProperty('ID').en).toBe('ID');
  });

  it('stays as it is where a person wrote it', () => {
    expect(nameProperty('Base Constraint').en).toBe('Base Constraint');
    expect(nameProperty('Layer 1.Thickness').en).toBe('Layer 1.Thickness');
    expect(nameProperty('materiaal').en).toBe('materiaal');
  });
});
