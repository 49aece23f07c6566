// Walks over the tokens of one option and says where they are not what was expected.

import { QueryError } from '../query-error.ts';
import { type Token, type TokenKind, toTokens } from './tokens.ts';

/** Parts of one option: more would cost the database more than any answer is worth. */
const MOST_PARTS = 300;

export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #option: string;
  readonly #end: number;
  #next = 0;
  #parts = 0;

  constructor(text: string, option: string) {
    this.#tokens = toTokens(text, option);
    this.#option = option;
    this.#end = text.length;
  }

  /** Where the next token begins. */
  get at(): number {
    return this.peek()?.at ?? this.#end;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#next + ahead];
  }

  take(): Token | undefined {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  isNext(kind: TokenKind, text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === kind && token.text === text;
  }

  /** Whether a name stands there and a parenthesis right behind it. */
  isCall(): boolean {
    return this.peek()?.kind === 'word' && this.isNext('sign', '(', 1);
  }

  takeIf(kind: TokenKind, ...texts: readonly string[]): Token | undefined {
    return texts.some((text) => this.isNext(kind, text)) ? this.take() : undefined;
  }

  expectSign(text: string): void {
    if (!this.takeIf('sign', text)) this.failExpecting(`“${text}”`);
  }

  expect(kind: TokenKind, what: string): Token {
    const token = this.peek();
    if (token?.kind !== kind) return this.failExpecting(what);
    this.#next += 1;
    return token;
  }

  expectEnd(): void {
    if (this.peek()) this.failExpecting('the end');
  }

  /** Counts a part of the tree. */
  count(): void {
    this.#parts += 1;
    if (this.#parts > MOST_PARTS) {
      throw new QueryError(`${this.#option} has more than ${MOST_PARTS} parts.`);
    }
  }

  failExpecting(what: string): never {
    const token = this.peek();
    const found = token ? `found “${token.text.slice(0, 40)}”` : 'it ends';
    return this.fail(`${found} where ${what} was expected.`, this.at);
  }

  fail(sentence: string, at: number): never {
    throw new QueryError(`${this.#option}, character ${at + 1}: ${sentence}`);
  }
}
