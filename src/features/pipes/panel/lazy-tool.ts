import { type ComponentType, lazy } from 'react';
import type { PipesTool } from './tools.ts';

const made = new WeakMap<PipesTool['load'], ComponentType>();

/** The component that a tool loads, the same each time, so that a render doesn't start it anew. */
export function lazyTool(load: PipesTool['load']): ComponentType {
  const known = made.get(load);
  if (known) return known;
  const component = lazy(load);
  made.set(load, component);
  return component;
}
