import { type ComponentType, lazy } from 'react';

const known = new WeakMap<object, ComponentType<never>>();

/** The component behind a feature's dynamic import, the same one at every render. */
export function lazyPart<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const before = known.get(load);
  if (before) return before as ComponentType<Props>;
  const made = lazy(load) as ComponentType<Props>;
  known.set(load, made as ComponentType<never>);
  return made;
}
