// What a path leads to: a set of entities, one entity, or a property of one.

import { entitySets, findEntitySet, targetOf } from './entities.ts';
import type { EntitySet, Navigation } from './entity.ts';
import type { PathStep } from './language/parse-path.ts';
import { QueryError } from './query-error.ts';
import { findProperty } from './sql/compile-path.ts';
import { findOwn } from './sql/scope.ts';

/** A set on the way, each with how it hangs on the one before. */
export interface Hop {
  readonly set: EntitySet;
  readonly navigation?: Navigation;
  readonly id?: string;
}

export interface Resource {
  readonly hops: readonly [Hop, ...Hop[]];
  readonly set: EntitySet;
  readonly isMany: boolean;
  /** A property of the one entity and steps inside it. */
  readonly property?: { readonly name: string; readonly inside: readonly string[] };
  readonly suffix?: '$ref' | '$value';
}

/** Throws `QueryError` with 404 for a path that the model doesn't have. */
export function findResource(steps: readonly PathStep[]): Resource {
  const last = steps.at(-1);
  const suffix = last?.name === '$ref' || last?.name === '$value' ? last.name : undefined;
  const [first, ...rest] = suffix ? steps.slice(0, -1) : steps;
  const start = first && findEntitySet(first.name);
  if (!first || !start) {
    const names = entitySets.map(({ name }) => name).join(', ');
    throw new QueryError(`There is no ${first?.name ?? suffix} here; expected ${names}.`, 404);
  }
  const hops: [Hop, ...Hop[]] = [{ set: start, ...idOf(first) }];
  let isMany = first.id === undefined;
  for (const [index, step] of rest.entries()) {
    const before = hops.at(-1)?.set ?? start;
    const navigation = findOwn(before.navigations, step.name);
    if (isMany) {
      throw new QueryError(
        `${before.name} are many; expected an id, as in ${before.name}(1).`,
        404,
      );
    }
    if (!navigation) {
      const inside = rest.slice(index + 1).map(({ name }) => name);
      return withProperty(hops, { name: step.name, inside }, suffix);
    }
    if (!navigation.isMany && step.id !== undefined) {
      throw new QueryError(`${step.name} is one; expected no id behind it.`, 404);
    }
    hops.push({ set: targetOf(navigation), navigation, ...idOf(step) });
    isMany = navigation.isMany && step.id === undefined;
  }
  if (suffix === '$value') {
    throw new QueryError('$value stands behind a property; this is an entity or many.', 404);
  }
  return { hops, set: hops.at(-1)?.set ?? start, isMany, ...(suffix && { suffix }) };
}

const idOf = ({ id }: PathStep) => (id === undefined ? {} : { id });

function withProperty(
  hops: [Hop, ...Hop[]],
  property: { readonly name: string; readonly inside: readonly string[] },
  suffix: Resource['suffix'],
): Resource {
  const { set } = hops.at(-1) ?? hops[0];
  const found = findProperty(set, property.name);
  if (!found) throw new QueryError(`${set.name} have no property ${property.name}.`, 404);
  if (property.inside.length > 0 && !['json', 'geometry'].includes(found.kind)) {
    throw new QueryError(`${property.name} is no object that has members.`, 404);
  }
  if (suffix === '$ref') throw new QueryError('$ref stands behind entities, not properties.', 404);
  return { hops, set, isMany: false, property, ...(suffix && { suffix }) };
}
