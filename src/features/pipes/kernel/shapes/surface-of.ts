import { type Surface, surfaces } from '../../contract/shapes.ts';

const words: readonly (readonly [RegExp, Surface])[] = [
  [/insul|kunststoffmantel|kmr|spiro/, 'insulated'],
  [/^(na|a2x|n2x|nyy|nay|cu|al)[a-z0-9()]*\s*\d|cable|kabel|fib(re|er)|^a?2xs/, 'cable'],
  [/brick|masonry|mauer|stone|brik/, 'brick'],
  [/concrete|cement|beton|^(rcp|cp|rc|ac|conc)\b|asbest/, 'concrete'],
  [/clay|steinzeug|vitrified|^vcp?\b|ceramic/, 'clay'],
  [/iron|guss|cast|^(ci|di|dip|gg|ggg)\b/, 'iron'],
  [/poly|plastic|pvc|^(pe|pp|hdpe|pe-?x?\d*|gfk|grp|upvc|mdpe)\b/, 'plastic'],
  [/steel|stahl|copper|kupfer|^(st|csp|cmp)\b|metal/, 'steel'],
];

/** Position in `surfaces` of what a register calls the material; 0 where the word is not known. */
export function surfaceOf(material: string): number {
  const word = material.trim().toLowerCase();
  const found = words.find(([pattern]) => pattern.test(word));
  return found ? surfaces.indexOf(found[1]) : 0;
}
