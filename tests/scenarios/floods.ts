// What a person does with the flood's card, in words, for the journeys beside this file.

import type { Locator } from 'playwright';
import { PATIENCE_MS, press } from './networks.ts';

/** A field of the card, written from the keyboard. */
export async function write(field: Locator, text: string): Promise<void> {
  await field.waitFor({ timeout: PATIENCE_MS });
  await field.fill(text);
}

/** Unfolds a section of the card where it is folded. */
export async function unfold(card: Locator, name: string | RegExp): Promise<void> {
  const head = card.getByRole('button', { name, exact: true }).first();
  await head.waitFor({ timeout: PATIENCE_MS });
  if ((await head.getAttribute('aria-expanded')) === 'false') await press(head);
}

/** Draws what is being drawn by typing its corners; Enter on the empty field finishes. */
export async function typePlaces(
  card: Locator,
  places: string,
  label = 'Or type coordinates',
): Promise<void> {
  const field = card.getByRole('textbox', { name: label });
  await write(field, places);
  await field.press('Enter');
  if ((await field.count()) > 0) await field.press('Enter');
  await field.waitFor({ state: 'detached', timeout: PATIENCE_MS });
}

/** Waits until the run that is shown has got through. */
export const untilDone = (card: Locator): Promise<void> =>
  card
    .getByRole('region', { name: 'How the run stands' })
    .getByText('done', { exact: true })
    .waitFor({ timeout: 2 * PATIENCE_MS });
