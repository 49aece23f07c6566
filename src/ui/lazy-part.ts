import { type ComponentType, createElement, lazy } from 'react';
import { partGoneOf } from './part-gone.ts';

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

const made = new WeakMap<object, ComponentType<never>>();

/**
 * The component that a part of a screen loads, the same each time, so that a render doesn't start it anew. Where it
 * can't be fetched, the `ErrorBoundary` around it says why and offers what helps.
 */
export function lazyPart<Props extends object = object>(load: Load<Props>): ComponentType<Props> {
  const before = made.get(load);
  if (before) return before as ComponentType<Props>;
  let current = fetched();

  function fetched(): ComponentType<Props> {
    return lazy(() => load().catch(tell)) as ComponentType<Props>;
  }

  // `lazy` keeps a failure for good: who tries again is given another one.
  async function tell(error: unknown): Promise<never> {
    const gone = await partGoneOf(error, () => {
      current = fetched();
    });
    throw gone ?? error;
  }

  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, and kept.
  const Part = (props: Props) => createElement(current, props);
  made.set(load, Part as ComponentType<never>);
  return Part;
}
