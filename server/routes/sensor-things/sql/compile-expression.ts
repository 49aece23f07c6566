// Expressions → SQL. What came from outside becomes a parameter or is looked up in the model; no text of
// the query ever becomes text of the statement.

import type { EntitySet } from '../entity.ts';
import {
  arithmetic,
  type Binary,
  type Call,
  comparisons,
  type Expression,
  type Order,
} from '../language/syntax.ts';
import { QueryError } from '../query-error.ts';
import { compare } from './compare.ts';
import { compileArithmetic } from './compile-arithmetic.ts';
import { compilePath } from './compile-path.ts';
import { functions, isLocal } from './functions.ts';
import { toLiteralValue } from './literal-value.ts';
import { findOwn, Scope } from './scope.ts';
import type { Statement } from './statement.ts';
import { type SqlKind, type SqlValue, toKind } from './value.ts';

/** Steps from row to row in one filter or order. */
const MOST_HOPS = 24;

export interface CompileContext {
  readonly set: EntitySet;
  /** Alias of the row. */
  readonly row: string;
  readonly statement: Statement;
  /** The option that errors name, e.g. `$filter`. */
  readonly option: string;
}

/** A condition on the row. */
export function compilePredicate(expression: Expression, context: CompileContext): string {
  if (expression.kind === 'binary') {
    const { left, operator, right } = expression;
    if (operator === 'and' || operator === 'or') {
      return `(${compilePredicate(left, context)} ${operator} ${compilePredicate(right, context)})`;
    }
  }
  if (expression.kind === 'not') return `(not ${compilePredicate(expression.operand, context)})`;
  const { set, row, statement } = context;
  const scope = new Scope(set, row, statement);
  const value = expect('boolean', compileValue(expression, scope, context), context);
  checkHops(scope, context);
  return scope.close(settle(value));
}

/** What rows are ordered by: what is missing comes last, either way. */
export function compileOrder({ expression, isDescending }: Order, context: CompileContext): string {
  const { set, row, statement, option } = context;
  const scope = new Scope(set, row, statement);
  const value = compileValue(expression, scope, context);
  if (scope.hasMany) {
    failAt(option, value.at, 'this leads to many; expected a value that each row has once.');
  }
  checkHops(scope, context);
  if (value.kind === 'geometry') failAt(option, value.at, 'places have no order.');
  const sql = scope.closeValue(
    value.kind === 'string' ? `${value.sql} collate "C"` : orderForm(value),
  );
  if (!isDescending) return sql;
  // Said of what can't be missing, it would keep PostgreSQL from its index.
  return value.isNullable || scope.hops > 0 ? `${sql} desc nulls last` : `${sql} desc`;
}

/** Numbers of JSON come in order of size, before all other values. */
const orderForm = (value: SqlValue): string =>
  value.kind === 'open' ? (value.numberSql ?? value.sql) : value.sql;

export function failAt(option: string, at: number, sentence: string): never {
  throw new QueryError(`${option}, character ${at + 1}: ${sentence}`);
}

function checkHops({ hops }: Scope, { option }: CompileContext): void {
  if (hops > MOST_HOPS) {
    throw new QueryError(`${option} goes over ${hops} relations; expected at most ${MOST_HOPS}.`);
  }
}

/** True or false, never null. */
const settle = ({ sql, isNullable }: SqlValue): string =>
  isNullable ? `coalesce(${sql}, false)` : sql;

function compileValue(expression: Expression, scope: Scope, context: CompileContext): SqlValue {
  const fail = (sentence: string, at: number): never => failAt(context.option, at, sentence);
  const value = (part: Expression) => compileValue(part, scope, context);
  const { at } = expression;
  switch (expression.kind) {
    case 'literal':
      return toLiteralValue(expression, scope.statement, fail);
    case 'path':
      return compilePath(expression, scope, fail);
    case 'call':
      return compileCall(expression, expression.operands.map(value), context);
    case 'not': {
      const operand = expect('boolean', value(expression.operand), context);
      return { kind: 'boolean', sql: `(not ${settle(operand)})`, isNullable: false, at };
    }
    case 'negative': {
      const operand = value(expression.operand);
      const kind = operand.kind === 'duration' ? 'duration' : 'number';
      const { sql, isNullable } = expect(kind, operand, context);
      return { kind, sql: `(- ${sql})`, isNullable, at };
    }
    case 'binary':
      return compileBinary(expression, value(expression.left), value(expression.right), context);
  }
}

function compileBinary(
  { operator, at }: Binary,
  left: SqlValue,
  right: SqlValue,
  context: CompileContext,
): SqlValue {
  if (operator === 'and' || operator === 'or') {
    const [a, b] = [left, right].map((side) => settle(expect('boolean', side, context)));
    return { kind: 'boolean', sql: `(${a} ${operator} ${b})`, isNullable: false, at };
  }
  const comparison = comparisons.find((one) => one === operator);
  if (comparison) {
    const sql = compare(left, comparison, right);
    if (sql !== undefined) return { kind: 'boolean', sql, isNullable: false, at };
  }
  const operation = arithmetic.find((one) => one === operator);
  const result = operation && compileArithmetic(left, operation, right, at);
  return (
    result ??
    failAt(
      context.option,
      at,
      `${operator} can't join ${describe(left.kind)} and ${describe(right.kind)}.`,
    )
  );
}

function compileCall(
  { name, at }: Call,
  operands: readonly SqlValue[],
  context: CompileContext,
): SqlValue {
  const found = findOwn(functions, name);
  if (!found) {
    return failAt(context.option, at, `there is no function ${name.slice(0, 40)}.`);
  }
  const most = found.takes.length;
  const least = most - (found.optional ?? 0);
  if (operands.length < least || operands.length > most) {
    const expected = least === most ? `${most}` : `${least} or ${most}`;
    failAt(context.option, at, `${name} has ${operands.length} operands; expected ${expected}.`);
  }
  const values = operands.map((one, index) => expect(found.takes[index] ?? one.kind, one, context));
  const sql = found.sql(...values.map((one) => one.sql));
  const [first, second] = values;
  // A box of ours on one side and an indexed one on the other.
  const box =
    isLocal(name) && first?.bounds && second?.bounds
      ? `${first.bounds} && ${second.bounds} and `
      : '';
  return {
    kind: found.gives,
    sql: `(${box}${sql})`,
    isNullable: values.some((one) => one.isNullable),
    at,
  };
}

function expect(kind: SqlKind, value: SqlValue, { option }: CompileContext): SqlValue {
  return (
    toKind(value, kind) ??
    failAt(option, value.at, `this is ${describe(value.kind)}; expected ${describe(kind)}.`)
  );
}

const NAMES: Readonly<Record<SqlKind, string>> = {
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
  instant: 'a point in time',
  date: 'a date',
  time: 'a time of day',
  duration: 'a duration',
  geometry: 'a geometry',
  interval: 'an interval of time',
  null: 'null',
  open: 'JSON',
};

const describe = (kind: SqlKind): string => NAMES[kind];
