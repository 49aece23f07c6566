// Words as a search compares them: without case, diacritics, width or punctuation.

const STAYS_WHOLE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const PLAIN = /^[\x20-\x7e]*$/;

/** `Weißgerberstraße, Łódź` → `weissgerberstrasse, lodz` */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœı]/g, (letter) => STAYS_WHOLE[letter] ?? letter);
}

/** Words of folded text; each Chinese character is a word. */
export function splitWords(folded: string): readonly string[] {
  return (
    folded.match(
      PLAIN.test(folded) ? /[a-z0-9]+/g : /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu,
    ) ?? []
  );
}
