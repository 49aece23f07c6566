import axe from 'axe-core';
import { expect } from 'vitest';

const partOfAPage = {
  region: { enabled: false },
  'page-has-heading-one': { enabled: false },
} as const;

/**
 * Fails where axe finds a barrier in `root` (the whole page unless told). Colours, sizes and places come to rest first;
 * what began to move while axe looked is looked at once more. A part of a page has neither landmarks nor a first
 * heading of its own: those rules are off.
 */
export async function expectAccessible(root: Element = document.body): Promise<void> {
  let hasMoved = false;
  const move = () => {
    hasMoved = true;
  };
  for (const begin of begins) document.addEventListener(begin, move, true);
  try {
    let words: readonly string[];
    do {
      await atRest();
      hasMoved = false;
      words = await barriersOf(root);
    } while (words.length > 0 && hasMoved);
    expect(words).toEqual([]);
  } finally {
    for (const begin of begins) document.removeEventListener(begin, move, true);
  }
}

const begins = ['transitionrun', 'animationstart'] as const;

async function barriersOf(root: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(root, { rules: partOfAPage });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** Colours still on their way are nobody's; what blinks never ends, and what is removed is cancelled. */
async function atRest(): Promise<void> {
  // A change of the last moment begins to move with the next picture.
  await new Promise(requestAnimationFrame);
  const ending = document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
