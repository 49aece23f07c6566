// Cuts an option of the query (OData 4 as SensorThings 1.1 uses it, 18-088 §9.3) into tokens.

import { QueryError } from '../query-error.ts';

export type TokenKind =
  | 'word'
  | 'string'
  | 'number'
  | 'instant'
  | 'interval'
  | 'date'
  | 'time'
  | 'duration'
  | 'geometry'
  | 'sign';

export interface Token {
  readonly kind: TokenKind;
  /** A string without its quotes, a geometry as WKT, everything else as written. */
  readonly text: string;
  /** Where it begins, from 0. */
  readonly at: number;
  readonly end: number;
}

/** More than any person writes. */
const LONGEST = 10_000;

const INSTANT = String.raw`-?\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)`;
const PATTERNS: readonly (readonly [TokenKind | 'space', RegExp])[] = [
  ['space', /[ \t\r\n]+/y],
  ['geometry', /geo(?:graphy|metry)'((?:[^']|'')*)'/y],
  ['duration', /(?:duration)'((?:[^']|'')*)'/y],
  ['string', /'((?:[^']|'')*)'/y],
  ['interval', new RegExp(`${INSTANT}/${INSTANT}`, 'y')],
  ['instant', new RegExp(INSTANT, 'y')],
  ['date', /\d{4}-\d\d-\d\d(?![\w:])/y],
  ['time', /\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?![\w:])/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y],
  // Names in `properties` may hold hyphens: there is no minus between operands in OData.
  ['word', /[\p{L}_$@][\p{L}\p{N}_.@:-]*/uy],
  ['sign', /[(),;=/*-]/y],
];

/** Throws `QueryError` with the place where nothing is known to begin. */
export function toTokens(text: string, option: string): Token[] {
  if (text.length > LONGEST) {
    throw new QueryError(`${option} has ${text.length} characters; expected at most ${LONGEST}.`);
  }
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = readToken(text, at);
    if (!token) {
      const found = text.slice(at, at + 12);
      throw new QueryError(
        found.startsWith("'")
          ? `${option}, character ${at + 1}: a string begins here and never ends.`
          : `${option}, character ${at + 1}: found “${found}”, which begins nothing that is known.`,
      );
    }
    if (token.kind !== 'space') tokens.push({ ...token, kind: token.kind });
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, at: number) {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) continue;
    const content = found[1]?.replaceAll("''", "'") ?? found[0];
    return { kind, text: content, at, end: at + found[0].length };
  }
  return undefined;
}
