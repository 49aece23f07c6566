// The options of a query string (18-088 §9.3.3), and those in parentheses behind an expansion.

import { QueryError } from '../query-error.ts';
import { parseExpression } from './parse-expression.ts';
import type { Expansion, Order, QueryOptions } from './syntax.ts';
import { TokenReader } from './token-reader.ts';

const DEEPEST_EXPANSION = 6;

/** Reads the part of a URL after `?`; options that don't begin with `$` are left to others. */
export function parseQuery(query: string): QueryOptions {
  let options: QueryOptions = {};
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const [name = '', ...rest] = pair.split('=');
    const option = decode(name);
    if (!option.startsWith('$')) continue;
    const tokens = new TokenReader(decode(rest.join('=')), option);
    options = addOption(options, option, tokens, 0);
    tokens.expectEnd();
  }
  return options;
}

function decode(text: string): string {
  try {
    // The plus of a zone such as +02:00 is one, though it should come as %2B.
    return decodeURIComponent(text.replace(/(?<!T[\d:.]+)\+|\+(?!\d\d:?\d\d)/g, ' '));
  } catch {
    throw new QueryError(`“${text.slice(0, 40)}” is not percent-encoded as a URL must be.`);
  }
}

function addOption(
  options: QueryOptions,
  name: string,
  tokens: TokenReader,
  depth: number,
): QueryOptions {
  const key = KEYS[name];
  if (!key) {
    return tokens.fail(`there is no option ${name}; expected ${Object.keys(KEYS).join(', ')}.`, 0);
  }
  if (options[key] !== undefined) tokens.fail(`${name} stands there twice.`, tokens.at);
  switch (key) {
    case 'filter':
      return { ...options, filter: parseExpression(tokens) };
    case 'orderBy':
      return { ...options, orderBy: parseOrders(tokens) };
    case 'expand':
      return { ...options, expand: parseExpansions(tokens, depth) };
    case 'select':
      return { ...options, select: parseSelection(tokens) };
    case 'top':
    case 'skip':
      return { ...options, [key]: parseWhole(tokens) };
    case 'count':
      return { ...options, count: parseTruth(tokens) };
    case 'resultFormat':
      if (depth > 0) tokens.fail('$resultFormat is for the whole answer.', tokens.at);
      if (!tokens.takeIf('word', 'dataArray')) tokens.failExpecting('dataArray');
      return { ...options, resultFormat: 'dataArray' };
  }
}

const KEYS: { readonly [name: string]: keyof QueryOptions | undefined } = {
  $filter: 'filter',
  $orderby: 'orderBy',
  $expand: 'expand',
  $select: 'select',
  $top: 'top',
  $skip: 'skip',
  $count: 'count',
  $resultFormat: 'resultFormat',
};

function parseOrders(tokens: TokenReader): Order[] {
  const orders: Order[] = [];
  do {
    const expression = parseExpression(tokens);
    const isDescending = tokens.takeIf('word', 'asc', 'desc')?.text === 'desc';
    orders.push({ expression, isDescending });
  } while (tokens.takeIf('sign', ','));
  return orders;
}

function parseSelection(tokens: TokenReader): string[] {
  const names: string[] = [];
  do {
    tokens.count();
    names.push(tokens.expect('word', 'a property').text);
  } while (tokens.takeIf('sign', ','));
  return names;
}

function parseWhole(tokens: TokenReader): number {
  const { text, at } = tokens.expect('number', 'a whole number');
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text)) tokens.fail(`found ${text}; expected a whole number.`, at);
  return number;
}

function parseTruth(tokens: TokenReader): boolean {
  const token = tokens.takeIf('word', 'true', 'false') ?? tokens.failExpecting('true or false');
  return token.text === 'true';
}

function parseExpansions(tokens: TokenReader, depth: number): Expansion[] {
  let expansions: Expansion[] = [];
  do expansions = merge(expansions, parseExpansion(tokens, depth));
  while (tokens.takeIf('sign', ','));
  return expansions;
}

/** `Datastreams/ObservedProperty` is `Datastreams($expand=ObservedProperty)`. */
function parseExpansion(tokens: TokenReader, depth: number): Expansion {
  const { text: name, at } = tokens.expect('word', 'a navigation property');
  tokens.count();
  if (depth >= DEEPEST_EXPANSION) {
    tokens.fail(`this is expanded more than ${DEEPEST_EXPANSION} deep.`, at);
  }
  if (tokens.takeIf('sign', '/')) {
    return { name, options: { expand: [parseExpansion(tokens, depth + 1)] }, at };
  }
  let options: QueryOptions = {};
  if (tokens.takeIf('sign', '(')) {
    do {
      const option = tokens.expect('word', 'an option such as $filter').text;
      tokens.expectSign('=');
      options = addOption(options, option, tokens, depth + 1);
    } while (tokens.takeIf('sign', ';'));
    tokens.expectSign(')');
  }
  return { name, options, at };
}

/** `Datastreams/Sensor,Datastreams/ObservedProperty` expands the datastreams once. */
function merge(before: readonly Expansion[], next: Expansion): Expansion[] {
  const known = before.find((one) => one.name === next.name);
  if (!known) return [...before, next];
  const expand = (next.options.expand ?? []).reduce(merge, [...(known.options.expand ?? [])]);
  const merged = { ...known, options: { ...known.options, ...next.options, expand } };
  return before.map((one) => (one === known ? merged : one));
}
