import { type ComponentType, lazy } from 'react';

type Load = () => Promise<{ default: ComponentType }>;

const made = new WeakMap<Load, ComponentType>();

/** The component that a part of a screen loads, the same each time, so that a render doesn't start it anew. */
export function lazyPart(load: Load): ComponentType {
  const known = made.get(load);
  if (known) return known;
  const component = lazy(load);
  made.set(load, component);
  return component;
}
