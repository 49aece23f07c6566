import axe from 'axe-core';
import { expect, vi } from 'vitest';

const partOfAPage = {
  region: { enabled: false },
  'page-has-heading-one': { enabled: false },
} as const;

/**
 * Fails where axe finds a barrier in `root` (the whole page unless told) once colours, sizes and
 * places have come to rest. A part of a page has neither landmarks nor a first heading of its own:
 * those rules are off.
 */
export async function expectAccessible(root: Element = document.body): Promise<void> {
  await vi.waitFor(
    async () => {
      await atRest();
      const { violations } = await axe.run(root, { rules: partOfAPage });
      const words = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
      );
      expect(words).toEqual([]);
    },
    { timeout: 20_000, interval: 250 },
  );
}

/** Colours still on their way are nobody's; what blinks never ends, and what is removed is cancelled. */
async function atRest(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
