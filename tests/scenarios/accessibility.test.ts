import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findAndTake, inspector, waitUntilReady } from './app.ts';
import { hasDelfshaven, openDelfshaven, openDemoTown, type Town, type Visit } from './harness.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** What axe finds, one line for each element. */
async function findBarriers(page: Page): Promise<string[]> {
  // Handed over by the debugger, since the page's policy lets no script in.
  await page.evaluate(axeSource);
  // A tooltip repeats the name of the control that has the focus; it needs no landmark of its own.
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ exclude: ['[role=tooltip]'] })`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('the app is open to everyone', () => {
  let town: Town;
  let visit: Visit;

  beforeAll(async () => {
    town = hasDelfshaven ? await openDelfshaven() : await openDemoTown();
  });
  afterAll(() => town?.close());
  afterEach(() => visit.close());

  for (const colorScheme of ['dark', 'light'] as const) {
    it(`has no barriers on a desk in the ${colorScheme} theme`, async () => {
      visit = await town.visit({ colorScheme, viewport: { width: 1280, height: 720 } });
      const { page } = visit;
      await waitUntilReady(page);
      expect(await findBarriers(page), 'the workbench').toEqual([]);
      await findAndTake(page, town.landmark);
      await inspector(page).getByText(town.landmark).first().waitFor();
      await page.getByRole('button', { name: 'Sun and time' }).click();
      await page.getByRole('group', { name: 'Time of day' }).first().waitFor();
      expect(await findBarriers(page), 'with inspector and time').toEqual([]);
      await page.getByRole('tab', { name: 'Catalogue' }).click();
      expect(await findBarriers(page), 'the catalogue').toEqual([]);
      for (const [keys, name] of [
        ['Control+k', 'All commands'],
        ['?', 'Keyboard shortcuts'],
        ['Shift+U', 'Share this view'],
        ['F1', 'Help'],
      ] as const) {
        await page.keyboard.press(keys);
        await page.getByRole('dialog', { name }).waitFor();
        expect(await findBarriers(page), name).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    });
  }

  it('has no barriers on a phone', async () => {
    visit = await town.visit({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = visit;
    await waitUntilReady(page);
    for (const tab of ['Search', 'Inspector', 'Time', 'Layers']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await findBarriers(page), tab).toEqual([]);
    }
  });

  it('has no barriers while it asks for cities, and where it has none', async () => {
    visit = await town.visit();
    const { page } = visit;
    await page.route('**/api/cities', (route) => route.fulfill({ json: [] }));
    await page.goto(`${town.url}/?empty`);
    await page.getByText('No city here yet').waitFor();
    expect(await findBarriers(page), 'no city').toEqual([]);
    await page.route('**/api/cities', (route) => route.abort());
    await page.goto(`${town.url}/?down`);
    await page.getByText('The server does not answer').waitFor();
    expect(await findBarriers(page), 'no server').toEqual([]);
  });

  it('is led through by the keyboard alone: past the bar to the layers, and back from a dialog', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the layers',
    );
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('workbench');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.type('n');
    expect(await page.getByRole('combobox', { name: 'Search' }).inputValue()).toBe('n');
  });
});
