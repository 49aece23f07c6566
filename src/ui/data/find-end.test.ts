import { expect, it } from 'vitest';
import { findEnd } from './find-end.ts';

const halves = (text: string) => [text.slice(0, findEnd(text)), text.slice(findEnd(text))];

it('keeps the last words, where a room has its number', () => {
  expect(halves('Patient room 2.04')).toEqual(['Patient', ' room 2.04']);
  expect(halves('Johannis-Krankenhaus, Bettenhaus')[1]).toBe(' Bettenhaus');
  expect(halves('Door to the patient room 2.04')).toEqual(['Door to the patient', ' room 2.04']);
});

it('keeps the last letters of one long word', () => {
  expect(halves('Basic Wall:Generic-200mm:184523')).toEqual([
    'Basic Wall:Generic-200mm:',
    '184523',
  ]);
});

it('lets a short name go as a whole', () => {
  expect(halves('Treatment')).toEqual(['Treatment', '']);
});

it('halves no letter', () => {
  expect(halves('abcdefghij𠮷12345')[1]).toBe('12345');
  expect(halves('abcdefghij𠮷1234')[1]).toBe('𠮷1234');
});
