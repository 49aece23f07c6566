import { describe, expect, it } from 'vitest';
import { nameOfConstruction, nameOfUse } from './use-names.ts';

describe('names of uses', () => {
  it('names a use in both languages, however the city writes it', () => {
    expect(nameOfUse('residential')).toEqual({ en: 'homes', zh: '住宅' });
    const station = { en: 'fire station', zh: '消防站' };
    for (const word of ['fireStation', 'fire station', 'fire_station', 'Fire-Station'])
      expect(nameOfUse(word)).toEqual(station);
  });

  it('writes a word that it doesn’t know as the city writes it', () => {
    expect(nameOfUse('Gewerbe_und_Handel')).toEqual({
      en: 'Gewerbe und Handel',
      zh: 'Gewerbe und Handel',
    });
    expect(nameOfUse('')).toEqual({ en: '', zh: '' });
  });

  it('takes no word for what every object has', () => {
    expect(nameOfUse('constructor').en).toBe('constructor');
    expect(nameOfUse('toString').zh).toBe('toString');
  });

  it('names what a house is built of', () => {
    expect(nameOfConstruction('timber and brick').zh).toBe('砖木');
    expect(nameOfConstruction('Lehm').zh).toBe('Lehm');
  });
});
