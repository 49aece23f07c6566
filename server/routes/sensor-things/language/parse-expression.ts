// Recursive descent over the operators of OData 4.01 part 2 §5.1.1: or, and, comparisons, sums, products,
// then `not` and the sign, which bind to what follows them.

import {
  arithmetic,
  comparisons,
  type Expression,
  type Literal,
  type LiteralKind,
  type Operator,
} from './syntax.ts';
import type { TokenReader } from './token-reader.ts';
import type { TokenKind } from './tokens.ts';

/** Parentheses, calls and signs inside one another. */
const DEEPEST = 40;

const [add, sub, ...products] = arithmetic;
const LEVELS: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['eq', 'ne'],
  comparisons.slice(2),
  [add, sub],
  products,
];

const LITERALS: { readonly [kind in TokenKind]?: LiteralKind } = {
  string: 'string',
  number: 'number',
  instant: 'instant',
  interval: 'interval',
  date: 'date',
  time: 'time',
  duration: 'duration',
  geometry: 'geometry',
};

export function parseExpression(tokens: TokenReader, depth = 0): Expression {
  return parseLevel(tokens, 0, depth);
}

function parseLevel(tokens: TokenReader, level: number, depth: number): Expression {
  const operators = LEVELS[level];
  if (!operators) return parseUnary(tokens, depth);
  let left = parseLevel(tokens, level + 1, depth);
  for (;;) {
    const token = tokens.takeIf('word', ...operators);
    const operator = operators.find((one) => one === token?.text);
    if (!token || !operator) return left;
    tokens.count();
    const right = parseLevel(tokens, level + 1, depth);
    left = { kind: 'binary', operator, left, right, at: token.at };
  }
}

function parseUnary(tokens: TokenReader, depth: number): Expression {
  const { at } = tokens;
  if (depth > DEEPEST) tokens.fail(`this is nested more than ${DEEPEST} deep.`, at);
  tokens.count();
  if (tokens.isNext('word', 'not') && !tokens.isNext('sign', '/', 1)) {
    tokens.take();
    return { kind: 'not', operand: parseUnary(tokens, depth + 1), at };
  }
  if (tokens.takeIf('sign', '-')) {
    return { kind: 'negative', operand: parseUnary(tokens, depth + 1), at };
  }
  if (tokens.takeIf('sign', '(')) {
    const inner = parseExpression(tokens, depth + 1);
    tokens.expectSign(')');
    return inner;
  }
  return tokens.isCall() ? parseCall(tokens, depth) : parseOperand(tokens);
}

function parseCall(tokens: TokenReader, depth: number): Expression {
  const { text: name, at } = tokens.expect('word', 'a function');
  const operands: Expression[] = [];
  tokens.expectSign('(');
  if (!tokens.takeIf('sign', ')')) {
    do operands.push(parseExpression(tokens, depth + 1));
    while (tokens.takeIf('sign', ','));
    tokens.expectSign(')');
  }
  return { kind: 'call', name, operands, at };
}

function parseOperand(tokens: TokenReader): Expression {
  const token = tokens.peek();
  const type = token && LITERALS[token.kind];
  if (token && type) {
    tokens.take();
    return { kind: 'literal', type, text: token.text, at: token.at };
  }
  const { text, at } = tokens.expect('word', 'a property, a value or a function');
  if (!tokens.isNext('sign', '/')) {
    const constant = toConstant(text, at);
    if (constant) return constant;
  }
  const segments = [text];
  while (tokens.takeIf('sign', '/')) segments.push(tokens.expect('word', 'a property').text);
  return { kind: 'path', segments, at };
}

function toConstant(text: string, at: number): Literal | undefined {
  if (text === 'null') return { kind: 'literal', type: 'null', text, at };
  if (text === 'true' || text === 'false') return { kind: 'literal', type: 'boolean', text, at };
  return undefined;
}
