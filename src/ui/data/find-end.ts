/** Shorter names are cut at their end like any text. */
const WORTH_CUTTING = 14;
const LONGEST_END = 12;
/** Of one long word so much stays. */
const PART_OF_WORD = 6;

/** Where the end begins that has to stay in sight: whole words where they are short; the length where all may go. */
export function findEnd(text: string): number {
  if (text.length < WORTH_CUTTING) return text.length;
  const from = text.length - LONGEST_END;
  const space = text.indexOf(' ', from);
  const isWord = space !== -1 && space < text.length - 1;
  const end = isWord ? space : text.length - PART_OF_WORD;
  // The second half of a surrogate pair is no letter.
  return /[\uDC00-\uDFFF]/.test(text[end] ?? '') ? end + 1 : end;
}
