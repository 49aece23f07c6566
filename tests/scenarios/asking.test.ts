import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { layerCard, PATIENCE_MS, settledHash, waitUntilReady } from './app.ts';
import { openDemoTown, type Town, type Visit } from './harness.ts';

/** Opens a section of the buildings' card and picks an attribute in it. */
async function choose(page: Page, section: string, field: string, option: RegExp): Promise<void> {
  const card = layerCard(page, 'Buildings');
  await card.getByRole('button', { name: section, exact: true }).click();
  await card
    .getByRole('combobox', { name: field })
    .or(card.getByRole('textbox', { name: field }))
    .click();
  await page.getByRole('option', { name: option }).first().click();
}

describe('a person who asks the city', () => {
  let town: Town;
  let visit: Visit;

  beforeAll(async () => {
    town = await openDemoTown();
  });
  afterAll(() => town?.close());
  afterEach(async () => {
    const { foreign } = visit;
    await visit.close();
    expect(foreign).toEqual([]);
  });

  it('colours the buildings by an attribute, reads the legend and hands the colours on', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    const plain = await settledHash(page);
    await choose(page, 'Colour', 'Colour by', /Year/);
    await layerCard(page, 'Buildings')
      .getByRole('figure', { name: /Year/ })
      .waitFor({ timeout: PATIENCE_MS });
    const coloured = await settledHash(page);
    expect(coloured).not.toBe(plain);
    expect(visit.errors).toEqual([]);
    await visit.close();

    visit = await town.visit({ path: `/?city=${town.id}${coloured}` });
    await waitUntilReady(visit.page);
    const card = layerCard(visit.page, 'Buildings');
    await card.getByRole('button', { name: 'Colour', exact: true }).waitFor();
    await expect.poll(() => settledHash(visit.page), { timeout: PATIENCE_MS }).toBe(coloured);
  });

  it('filters by an attribute and sees at once how many match', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    await choose(page, 'Filters', 'Add a filter', /Use/);
    const card = layerCard(page, 'Buildings');
    const churches = card.getByRole('checkbox', { name: /^religious/ });
    await churches.waitFor({ timeout: PATIENCE_MS });
    await churches.check({ force: true });
    const match = card.getByText(/^\d+ of [\d,]+ match$/);
    await match.waitFor({ timeout: PATIENCE_MS });
    const [matching = 0, all = 0] =
      ((await match.textContent()) ?? '').replaceAll(',', '').match(/\d+/g)?.map(Number) ?? [];
    expect(matching).toBeGreaterThan(0);
    expect(matching).toBeLessThan(10);
    expect(all).toBeGreaterThan(1000);
    await card.getByRole('button', { name: 'Remove all filters' }).click();
    await match.waitFor({ state: 'detached' });
    expect(visit.errors).toEqual([]);
  });
});
