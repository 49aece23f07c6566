import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  builtShare,
  countFrames,
  findAndTake,
  hideSensors,
  inspector,
  layerCard,
  loseContext,
  PATIENCE_MS,
  settledHash,
  waitUntilReady,
} from './app.ts';
import { hasDelfshaven, openDelfshaven, openDemoTown, type Town, type Visit } from './harness.ts';

let town: Town;
let visit: Visit;

const openedBy = (open: () => Promise<Town>) => {
  beforeAll(async () => {
    town = await open();
  });
  afterAll(() => town?.close());
  afterEach(async () => {
    const { foreign } = visit;
    await visit.close();
    expect(foreign).toEqual([]);
  });
};

/** What a city's own buildings, ids and place on Earth might break. */
const journeysOfAnyCity = () => {
  it('paints the shell before the globe, then the city, and draws nothing while idle', async () => {
    visit = await town.visit();
    const { page } = visit;
    await page.getByRole('button', { name: 'Menu' }).waitFor();
    await waitUntilReady(page);
    await expect.poll(() => builtShare(page), { timeout: PATIENCE_MS }).toBeGreaterThan(0.05);
    await hideSensors(page);
    // Terrain goes on refining for a while after the first complete picture.
    await expect.poll(() => countFrames(page, 5000), { timeout: 140_000 }).toBe(0);
    expect(visit.errors).toEqual([]);
  });

  it('finds a building by its id, also typed wrong, and inspects it', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    await findAndTake(page, town.landmark);
    await inspector(page).getByText(town.landmark).first().waitFor({ timeout: PATIENCE_MS });
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
    const wrong = `${town.landmark.slice(0, 3)}${town.landmark.slice(4)}`;
    await findAndTake(page, wrong);
    await inspector(page).waitFor({ timeout: PATIENCE_MS });
    expect(visit.errors).toEqual([]);
  });

  it('inspects what is clicked, adds with Shift, and lets go with Escape', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    // A pin may stand before the landmark.
    await hideSensors(page);
    await findAndTake(page, town.landmark);
    await settledHash(page);
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
    // Until it meets the landmark's own tile, which may still be on its way.
    await expect
      .poll(
        async () => {
          await page.mouse.click(480, 300);
          await page.waitForTimeout(2000);
          return (await inspector(page).isVisible()) ? inspector(page).textContent() : '';
        },
        { timeout: PATIENCE_MS * 2 },
      )
      .toContain(town.landmark);
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
  });

  it('selects what lies in a rectangle, hides it and shows it again', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    await settledHash(page);
    await page.getByRole('button', { name: 'Select in a rectangle' }).click();
    await page.mouse.move(380, 220);
    await page.mouse.down();
    await page.mouse.move(620, 420, { steps: 4 });
    await page.mouse.up();
    await inspector(page).getByText('selected').first().waitFor({ timeout: PATIENCE_MS });
    await page.keyboard.press('h');
    // Sensors inside stay selected: only buildings can be hidden.
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
    const share = await builtShare(page);
    await page.keyboard.press('Shift+H');
    await expect.poll(() => builtShare(page), { timeout: PATIENCE_MS }).toBeGreaterThan(share);
  });

  it('hands a view on by link: same camera, layers and selection', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    await findAndTake(page, town.landmark);
    await layerCard(page, 'Terrain').getByRole('switch').click({ force: true });
    await settledHash(page);
    await page.getByRole('button', { name: 'Share this view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this view' });
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    await dialog.getByText('works on this machine alone').waitFor();
    await visit.close();

    visit = await town.visit({ path: link.replace(town.url, '') });
    await waitUntilReady(visit.page);
    await inspector(visit.page).getByText(town.landmark).first().waitFor({ timeout: PATIENCE_MS });
    const terrain = layerCard(visit.page, 'Terrain').getByRole('switch');
    expect(await terrain.isChecked()).toBe(false);
    expect(await settledHash(visit.page)).toBe(new URL(link).hash);
    expect(visit.errors).toEqual([]);
  });
};

describe('in the demo town', () => {
  openedBy(openDemoTown);
  journeysOfAnyCity();

  it('flies with the keys and comes home', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    const home = await settledHash(page);
    const fly = async () => {
      await page.keyboard.down('w');
      await page.waitForTimeout(1500);
      await page.keyboard.up('w');
      return settledHash(page);
    };
    // Where frames are slow, the camera has hardly begun to move after a second: then once more.
    await expect.poll(fly, { timeout: PATIENCE_MS * 2 }).not.toBe(home);
    const away = await settledHash(page);
    await page.keyboard.press('r');
    await expect.poll(() => settledHash(page), { timeout: PATIENCE_MS }).not.toBe(away);
  });

  it('turns to a link of the open city without loading it again', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    await findAndTake(page, town.landmark);
    await layerCard(page, 'Terrain').getByRole('switch').click({ force: true });
    const link = await settledHash(page);
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
    await layerCard(page, 'Terrain').getByRole('switch').click({ force: true });
    await page.keyboard.press('r');
    await expect.poll(() => settledHash(page), { timeout: PATIENCE_MS }).not.toBe(link);

    const globe = await page.locator('canvas').first().elementHandle();
    const opened: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/\/(city|tileset|layer)\.json$/.test(pathname)) opened.push(pathname);
    });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await inspector(page).getByText(town.landmark).first().waitFor({ timeout: PATIENCE_MS });
    const terrain = layerCard(page, 'Terrain').getByRole('switch');
    await expect.poll(() => terrain.isChecked()).toBe(false);
    expect(await settledHash(page)).toBe(link);
    expect(await globe?.evaluate((canvas) => canvas.isConnected)).toBe(true);
    expect(opened).toEqual([]);
    expect(visit.errors).toEqual([]);
  });

  it('speaks Chinese when asked to, and remembers', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('中文');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: '建筑', exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
    await page.reload();
    await page
      .getByRole('article', { name: '建筑', exact: true })
      .waitFor({ timeout: PATIENCE_MS });
  });

  it('stays usable when the server is gone, and takes up again when it is back', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    await findAndTake(page, town.landmark);
    await inspector(page).waitFor({ timeout: PATIENCE_MS });
    await page.keyboard.press('Escape');
    await town.stop();
    try {
      await page.getByText('has not answered since').waitFor({ timeout: PATIENCE_MS });
      await findAndTake(page, town.landmark);
      await inspector(page).waitFor({ timeout: PATIENCE_MS });
    } finally {
      await town.restart();
    }
    await page.getByText('answers again').waitFor({ timeout: PATIENCE_MS });
    await waitUntilReady(page);
  });

  it('says that the server is down and opens the city by itself once it is up', async () => {
    visit = await town.visit();
    const { page } = visit;
    await page.getByRole('button', { name: 'Menu' }).waitFor();
    await page.route('**/api/cities', (route) => route.abort());
    await page.goto(`${town.url}/?city=${town.id}&again`);
    await page.getByText('The server does not answer').waitFor({ timeout: PATIENCE_MS });
    await page.unroute('**/api/cities');
    await waitUntilReady(page);
  });

  it('brings camera, layers and selection back after a lost WebGL context', async () => {
    visit = await town.visit();
    const { page } = visit;
    await waitUntilReady(page);
    await findAndTake(page, town.landmark);
    const hash = await settledHash(page);
    await loseContext(page);
    await page.waitForTimeout(2000);
    await waitUntilReady(page);
    await expect.poll(() => builtShare(page), { timeout: PATIENCE_MS }).toBeGreaterThan(0.05);
    expect(await settledHash(page)).toBe(hash);
    await inspector(page).getByText(town.landmark).first().waitFor();
  });

  it('has the same tools on a phone', async () => {
    visit = await town.visit({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    const { page } = visit;
    await page.getByRole('tab', { name: 'Layers' }).waitFor();
    await waitUntilReady(page);
    await page.getByRole('tab', { name: 'Search' }).click();
    await findAndTake(page, town.landmark);
    await page.getByRole('tab', { name: /Inspector/, selected: true }).waitFor();
    await page
      .getByRole('tabpanel')
      .getByText(town.landmark)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('tab', { name: 'Time' }).click();
    await page.getByRole('group', { name: 'Time of day' }).waitFor();
  });
});

describe.skipIf(!hasDelfshaven)('in Delfshaven', () => {
  openedBy(openDelfshaven);
  journeysOfAnyCity();
});
