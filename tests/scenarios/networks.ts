// What a person does with the networks under the streets, in words, for the journeys beside this file.

import type { Locator, Page } from 'playwright';
import { layerCard } from './app.ts';

/** Drawing a whole town in software holds the page for seconds at a time. */
export const PATIENCE_MS = 120_000;

export const networks = (page: Page, name = 'Networks'): Locator => layerCard(page, name);

/** Takes off the globe what software rendering would spend its time on. */
export async function lightenGlobe(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const shown = layerCard(page, name).getByRole('switch', { checked: true }).first();
    if ((await shown.count()) === 0) continue;
    // Enter does nothing on a switch.
    await shown.press('Space');
    await layerCard(page, name)
      .getByRole('switch', { checked: false })
      .first()
      .waitFor({ timeout: PATIENCE_MS });
  }
  await leaveField(page);
}

/** Keys are shortcuts again: in a field they are what is written. */
export const leaveField = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
  });

/** Opens the card where it is closed. */
export async function openNetworks(page: Page, name = 'Networks'): Promise<Locator> {
  const card = networks(page, name);
  const head = card.getByRole('button', { name, exact: false }).first();
  await head.waitFor({ timeout: PATIENCE_MS });
  if ((await head.getAttribute('aria-expanded')) === 'false') await press(head);
  return card;
}

/** A press from the keyboard: the pointer waits for frames, of which a busy globe gives few. */
export async function press(control: Locator): Promise<void> {
  await control.waitFor({ timeout: PATIENCE_MS });
  await control.focus();
  await control.press('Enter');
}

/** Selects the first row of a table that has one, all from the keyboard. */
export async function takeFirstRow(grid: Locator): Promise<string> {
  const row = grid.locator('[aria-rowindex="2"]');
  await row.waitFor({ timeout: PATIENCE_MS });
  const id = (await row.getByRole('gridcell').first().textContent()) ?? '';
  await grid.focus();
  await grid.press('Space');
  return id;
}

/** Finds an element by its id in the house's search and selects it, all from the keyboard. */
export async function findElement(page: Page, id: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(id);
  await page.getByRole('option', { name: id }).first().waitFor({ timeout: PATIENCE_MS });
  await page.keyboard.press('Enter');
}

export interface BurstWords {
  readonly toClose: string;
  readonly close: string;
  readonly toReopen: string;
  readonly open: string;
  readonly repaired: string;
  readonly supplied: string;
  readonly closedOff: string;
  readonly end: string;
}

export const english: BurstWords = {
  toClose: 'Valves to close',
  close: 'Close',
  toReopen: 'Valves to open again',
  open: 'Open',
  repaired: 'The pipe is repaired',
  supplied: 'Supply is back',
  closedOff: 'Closed off',
  end: 'End the incident',
};

export const chinese: BurstWords = {
  toClose: '应关阀门',
  close: '关闭',
  toReopen: '应恢复阀门',
  open: '打开',
  repaired: '管段已修复',
  supplied: '供水已恢复',
  closedOff: '已隔离',
  end: '结束事件',
};

/** Closes valve after valve until nothing flows to the burst; says how many. */
export async function closeAll(card: Locator, words: BurstWords): Promise<number> {
  const list = card.getByRole('list', { name: words.toClose });
  await list.waitFor({ timeout: PATIENCE_MS });
  const next = list.getByRole('button', { name: new RegExp(`^${words.close} `) });
  let closed = 0;
  for (let left = await next.count(); left > 0; left = await next.count()) {
    await press(next.first());
    closed++;
    await waitUntilFewer(next, left);
  }
  await card.getByText(words.closedOff, { exact: true }).first().waitFor({ timeout: PATIENCE_MS });
  return closed;
}

/** Tells the repair, opens valve after valve, ends the incident. */
export async function restore(card: Locator, words: BurstWords): Promise<void> {
  await press(card.getByRole('button', { name: words.repaired }));
  const list = card.getByRole('list', { name: words.toReopen });
  const next = list.getByRole('button', { name: new RegExp(`^${words.open} `) });
  await next.first().waitFor({ timeout: PATIENCE_MS });
  for (let left = await next.count(); left > 0; left = await next.count()) {
    await press(next.first());
    await waitUntilFewer(next, left);
  }
  await card.getByText(words.supplied, { exact: true }).first().waitFor({ timeout: PATIENCE_MS });
  await press(card.getByRole('button', { name: words.end }));
}

async function waitUntilFewer(buttons: Locator, than: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while ((await buttons.count()) >= than) {
    if (Date.now() > until) throw new Error('The valve was pressed and is no other than before.');
    await buttons.page().waitForTimeout(50);
  }
}
