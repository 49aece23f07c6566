import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  drop,
  hideSensors,
  inspector,
  layerCard,
  PATIENCE_MS,
  settledHash,
  waitUntilReady,
} from './app.ts';
import { openDemoTown, type Town, type Visit } from './harness.ts';

const samples = fileURLToPath(new URL('../../ifc-samples/', import.meta.url));
const sample = (name: string) => readFileSync(join(samples, name), 'utf8');

/** What is in the samples, and what became of the fire station. */
const expected: { readonly changes: { readonly added: Readonly<Record<string, string>> } } =
  JSON.parse(sample('expected.json'));

/** The pumping station as many programs write it: without a word on where it stands. */
const placeless = sample('pumping-station.ifc')
  .replace(/^#\d+=IFC(MAPCONVERSION|PROJECTEDCRS)\(.*\n/gm, '')
  .replace(/(\.ELEMENT\.,)\([^)]*\),\([^)]*\),[^,]*,/, '$1$,$,$,');

const models = (page: Page): Locator => layerCard(page, 'Building models');
const modelRow = (page: Page, name: string | RegExp): Locator =>
  models(page)
    .getByRole('list', { name: 'Models' })
    .getByRole('listitem')
    .filter({ hasText: name });

/** Opens the card where it is closed; the buildings' card comes first and stands open. */
async function openCard(page: Page): Promise<Locator> {
  const card = models(page);
  const head = card.getByRole('button', { name: 'Building models', exact: false }).first();
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  return card;
}

/** Finds a door of the model by words and selects it; its inspector is what is waited for. */
async function findDoor(page: Page, words: string): Promise<void> {
  const card = await openCard(page);
  await card.getByRole('searchbox', { name: 'Find in the models' }).fill(words);
  const door = card.getByRole('treeitem', { name: /, Door/ }).first();
  await door.click({ timeout: PATIENCE_MS });
}

describe('a building model in the city', () => {
  let town: Town;
  let visit: Visit;

  beforeAll(async () => {
    town = await openDemoTown();
    visit = await town.visit();
    await waitUntilReady(visit.page);
    await hideSensors(visit.page);
  });
  afterAll(async () => {
    const { foreign, errors } = visit;
    await visit.close();
    await town.close();
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is dropped, and put in its place where its file says none', async () => {
    const { page } = visit;
    await drop(page, 'placeless.ifc', placeless);
    await page.getByText(/does not say where it stands/).waitFor({ timeout: 60_000 });
    await openCard(page);
    const row = modelRow(page, 'not placed');
    await row.getByText('not placed').waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('button', { name: 'Put it in place' }).click();
    const card = models(page);
    await card.getByRole('button', { name: /^North, 1 m/ }).click({ timeout: PATIENCE_MS });
    await card.getByRole('button', { name: 'Keep this place' }).click();
    await modelRow(page, 'placed by hand').waitFor({ timeout: PATIENCE_MS });
  });

  it('lets a person find a door and read its fire rating', async () => {
    const { page } = visit;
    await findDoor(page, 'Tür Pumpenkeller');
    await inspector(page).getByText('Fire rating').first().waitFor({ timeout: PATIENCE_MS });
    await inspector(page)
      .getByText(/^EI2 \d+/)
      .first()
      .waitFor();
  });

  it('shows the door’s storey alone, and cuts it open', async () => {
    const { page } = visit;
    const card = models(page);
    const more = inspector(page).getByRole('button', { name: 'More', exact: true });
    await more.click();
    await page.getByRole('menuitem', { name: 'Isolate its storey' }).click();
    await card.getByText(/^[\d,]+ of [\d,]+ elements shown$/).waitFor({ timeout: PATIENCE_MS });
    await more.click();
    await page.getByRole('menuitem', { name: 'Cut its storey open' }).click();
    await card.getByRole('button', { name: 'Storeys and rooms' }).click();
    const height = card.getByRole('slider', { name: 'Height over its floor' });
    await height.waitFor({ timeout: PATIENCE_MS });
    expect(await height.getAttribute('aria-valuetext')).toMatch(/1\.2/);
  });

  it('hands the view on: whoever opens the link sees the same storey, cut, and the same door', async () => {
    const { page } = visit;
    const card = models(page);
    await card.getByRole('button', { name: 'Saved views' }).click();
    await card.getByRole('textbox', { name: 'Name of the view' }).fill('Doors of the storey');
    await page.keyboard.press('Enter');
    await card.getByRole('button', { name: 'Doors of the storey', exact: true }).waitFor();
    const hash = await settledHash(page);
    await page.goto('about:blank');
    await page.goto(`${town.url}/?city=${town.id}${hash}`);
    await waitUntilReady(page);
    await openCard(page);
    await inspector(page).getByText('Fire rating').first().waitFor({ timeout: PATIENCE_MS });
    await models(page)
      .getByText(/^[\d,]+ of [\d,]+ elements shown$/)
      .waitFor({ timeout: PATIENCE_MS });
    await models(page).getByRole('button', { name: 'Doors of the storey', exact: true }).waitFor();
    await modelRow(page, 'placed by hand').waitFor();
    expect(await settledHash(page)).toBe(hash);
  });

  it('is compared with a later version of itself', async () => {
    const { page } = visit;
    const card = models(page);
    for (const [at, name] of ['fire-station.ifc', 'fire-station-v2.ifc'].entries()) {
      await drop(page, name, sample(name));
      await modelRow(page, /placed/)
        .nth(1 + at)
        .waitFor({ timeout: 60_000 });
    }
    await card.getByRole('button', { name: 'Compare versions' }).click();
    for (const [field, fromTheEnd] of [
      ['Before', -2],
      ['After', -1],
    ] as const) {
      await card
        .getByRole('combobox', { name: field })
        .or(card.getByRole('textbox', { name: field }))
        .click({ timeout: PATIENCE_MS });
      await page.getByRole('option').nth(fromTheEnd).click();
    }
    await card.getByRole('button', { name: 'Compare', exact: true }).click();
    const differences = card.getByRole('figure', { name: 'Differences' });
    const { added } = expected.changes;
    await differences
      .getByRole('listitem')
      .filter({ hasText: `Added${Object.keys(added).length}` })
      .waitFor({ timeout: PATIENCE_MS });
  });

  it('is brought in from a phone by choosing a file, and a door is found and shown alone there', async () => {
    // One globe at a time: software rendering has no hands for two.
    await visit.page.goto('about:blank');
    const phone = await town.visit({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = phone;
    await waitUntilReady(page);
    await hideSensors(page);
    const card = await openCard(page);
    const chooser = page.waitForEvent('filechooser');
    await card.getByRole('button', { name: 'Choose a file' }).click({ timeout: PATIENCE_MS });
    await (await chooser).setFiles(join(samples, 'pumping-station.ifc'));
    await modelRow(page, 'placed').getByText('placed').waitFor({ timeout: 60_000 });
    await findDoor(page, 'Tür Pumpenkeller');
    await page.getByRole('tab', { name: /Inspector/ }).click();
    await page
      .getByText(/^EI2 \d+/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('button', { name: 'Isolate', exact: true }).click();
    await page.getByRole('tab', { name: 'Layers' }).click();
    await openCard(page);
    await card.getByText(/^1 of \d+ elements shown$/).waitFor({ timeout: PATIENCE_MS });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    const { foreign, errors } = phone;
    await phone.close();
    expect([foreign, errors]).toEqual([[], []]);
  });
});
