// Writes a query as text that parses to the same tree: the links to the next page of an expansion need it.

import type { Expansion, Expression, Literal, QueryOptions } from './syntax.ts';

export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return formatLiteral(expression);
    case 'path':
      return expression.segments.join('/');
    case 'call':
      return `${expression.name}(${expression.operands.map(formatExpression).join(',')})`;
    case 'binary': {
      const { left, operator, right } = expression;
      return `(${formatExpression(left)} ${operator} ${formatExpression(right)})`;
    }
    case 'not':
      return `not ${formatExpression(expression.operand)}`;
    case 'negative':
      return `- ${formatExpression(expression.operand)}`;
  }
}

function formatLiteral({ type, text }: Literal): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  switch (type) {
    case 'string':
      return quoted;
    case 'geometry':
      return `geography${quoted}`;
    case 'duration':
      return `duration${quoted}`;
    default:
      return text;
  }
}

/** `[name, value]` for each option that is set. */
export function formatOptions(options: QueryOptions): (readonly [name: string, value: string])[] {
  const { filter, orderBy, expand, select, top, skip, count, resultFormat } = options;
  const pairs: (readonly [string, string] | undefined)[] = [
    filter && ['$filter', formatExpression(filter)],
    orderBy && [
      '$orderby',
      orderBy
        .map((order) => formatExpression(order.expression) + (order.isDescending ? ' desc' : ''))
        .join(','),
    ],
    expand && ['$expand', expand.map(formatExpansion).join(',')],
    select && ['$select', select.join(',')],
    top === undefined ? undefined : ['$top', String(top)],
    skip === undefined ? undefined : ['$skip', String(skip)],
    count === undefined ? undefined : ['$count', String(count)],
    resultFormat && ['$resultFormat', resultFormat],
  ];
  return pairs.flatMap((pair) => (pair ? [pair] : []));
}

function formatExpansion({ name, options }: Expansion): string {
  const inner = formatOptions(options).map(([option, value]) => `${option}=${value}`);
  return inner.length === 0 ? name : `${name}(${inner.join(';')})`;
}

/** The part of a URL after `?`. */
export const formatQuery = (options: QueryOptions): string =>
  formatOptions(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
