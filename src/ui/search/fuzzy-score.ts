/**
 * How well `query` fits `text`, 0 … 1; undefined where its letters don't stand there in order.
 * Letters that start a word or follow one another count most.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const wanted = query.toLocaleLowerCase().replace(/\s+/g, '');
  const lower = text.toLocaleLowerCase();
  if (wanted === '') return 0;
  // A whole substring beats any scattered fit.
  const whole = lower.indexOf(query.trim().toLocaleLowerCase());
  if (whole >= 0) {
    return (
      (isWordStart(lower, whole) ? 0.9 : 0.7) + 0.1 * (query.length / Math.max(1, text.length))
    );
  }
  let points = 0;
  let last = -1;
  for (const letter of wanted) {
    const start = findWordStart(lower, letter, last + 1);
    const next = lower.indexOf(letter, last + 1);
    if (next < 0) return undefined;
    const at = next === last + 1 || start < 0 ? next : start;
    points += at === last + 1 ? 0.8 : isWordStart(lower, at) ? 1 : 0.25;
    last = at;
  }
  return 0.6 * (points / wanted.length);
}

const isWordStart = (text: string, at: number): boolean =>
  at === 0 || /[\s\-_/.:]/.test(text.charAt(at - 1));

function findWordStart(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return -1;
}
