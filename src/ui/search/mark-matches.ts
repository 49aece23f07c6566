export interface TextPart {
  readonly text: string;
  readonly isMatch: boolean;
  /** Where it starts in the whole text. */
  readonly at: number;
}

/** Splits `text` at every place where one of the words of `query` stands, ignoring case. */
export function markMatches(text: string, query: string): readonly TextPart[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLocaleLowerCase();
  // Some letters change their length with their case; then positions don't carry over.
  if (words.length === 0 || lower.length !== text.length) {
    return text === '' ? [] : [{ text, isMatch: false, at: 0 }];
  }
  const isMarked = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      isMarked.fill(1, at, at + word.length);
    }
  }
  const parts: TextPart[] = [];
  for (let start = 0, at = 1; at <= text.length; at++) {
    if (at === text.length || isMarked[at] !== isMarked[start]) {
      parts.push({ text: text.slice(start, at), isMatch: isMarked[start] === 1, at: start });
      start = at;
    }
  }
  return parts;
}
