import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aBadProxy, type BadProxy } from '#server/live/a-bad-proxy.ts';
import { inspector, layerCard, PATIENCE_MS, settledHash, waitUntilReady } from './app.ts';
import { openDemoTown, type Town, type Visit } from './harness.ts';

const card = (page: Page) => layerCard(page, 'Sensors');
const list = (page: Page) => card(page).getByRole('grid', { name: 'List of sensors' });
const firstRow = (page: Page) => list(page).locator('[role=row][aria-rowindex="2"]');
const freshness = (page: Page) => card(page).getByText(/^Readings of /);

async function openCard(page: Page): Promise<void> {
  await waitUntilReady(page, 'Sensors');
  await card(page).getByRole('button', { name: 'Sensors' }).first().click();
  await firstRow(page).waitFor({ timeout: PATIENCE_MS });
}

/** The first that reports: on any day some are silent for hours. */
const firstReporting = (page: Page) =>
  list(page)
    .locator('[role=row]:not([aria-rowindex="1"])')
    .filter({ hasNotText: /no news|no readings/ })
    .first();

/** Narrows the list to one kind and selects the first sensor of it that reports; returns its name. */
async function selectFirst(page: Page, kind: string): Promise<string> {
  await card(page).getByRole('button', { name: 'Filters' }).click();
  await card(page)
    .getByRole('button', { name: new RegExp(`^${kind} \\d`) })
    .click();
  await card(page)
    .getByText(/ match$/)
    .waitFor();
  await firstReporting(page).click();
  await inspector(page).waitFor({ timeout: PATIENCE_MS });
  return (await inspector(page).getByRole('heading', { level: 3 }).first().textContent()) ?? '';
}

describe('the sensors of the demo town', () => {
  let town: Town;
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    town = await openDemoTown();
    await town.untilFed();
  });
  afterAll(() => town?.close());
  afterEach(async () => {
    const { foreign } = visit;
    await visit.close();
    expect(foreign).toEqual([]);
  });

  const come = async (path?: string) => {
    visit = await town.visit(path === undefined ? {} : { path });
    page = visit.page;
    await openCard(page);
  };

  it('are watched: news comes by itself, says when it is of, and that it is simulated', async () => {
    await come();
    await card(page).getByText('live', { exact: true }).waitFor();
    await card(page)
      .getByText(/no instrument stands there/)
      .waitFor();
    const first = await freshness(page).textContent();
    await expect
      .poll(() => freshness(page).textContent(), { timeout: PATIENCE_MS })
      .not.toBe(first);
    expect(visit.errors).toEqual([]);
  });

  it('are filtered by kind and words, in a link too', async () => {
    await come();
    await selectFirst(page, 'Noise');
    const words = await card(page)
      .getByText(/ match$/)
      .textContent();
    expect(words).toMatch(/^\d+ of [\d,]+ match$/);
    const hash = await settledHash(page);
    await visit.close();
    await come(`/${hash}`);
    await expect
      .poll(() =>
        card(page)
          .getByText(/ match$/)
          .textContent(),
      )
      .toBe(words);
  });

  it('are charted over the past, which is there from the start, and exported', async () => {
    await come();
    const name = await selectFirst(page, 'Weather station');
    await inspector(page).getByText('24 h', { exact: true }).click();
    const chart = inspector(page)
      .getByRole('figure', { name: /Air temperature/ })
      .first();
    await chart.waitFor({ timeout: PATIENCE_MS });
    const download = page.waitForEvent('download', { timeout: PATIENCE_MS });
    await inspector(page).getByRole('button', { name: 'Export as CSV' }).click();
    const stream = await (await download).createReadStream();
    let csv = '';
    for await (const piece of stream) csv += piece;
    const [head = '', ...rows] = csv.trim().split('\n');
    expect(head).toContain('time');
    expect(csv).toContain(name);
    // A day of one reading a minute, of seven datastreams; thinned or not, never a handful.
    expect(rows.length).toBeGreaterThan(1000);
  });

  it('raise an alarm when a limit is lowered, which is acknowledged from the keyboard', async () => {
    await come();
    const name = await selectFirst(page, 'Noise');
    const limits = async (values: Readonly<Record<string, string>>) => {
      await inspector(page).getByRole('button', { name: 'Edit thresholds' }).click();
      for (const [label, value] of Object.entries(values)) {
        await inspector(page)
          .getByRole('textbox', { name: new RegExp(`^${label}`) })
          .fill(value);
      }
      await inspector(page).getByRole('button', { name: 'Save' }).click();
      await inspector(page).getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
    };
    await limits({ 'Warning, high': '10', 'Alarm, high': '20', Delay: '0' });
    const alarm = (state: string) =>
      inspector(page).getByRole('article', { name: `${name}, ${state}` });
    await alarm('stands, unacknowledged').waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('button', { name: /to be acknowledged/ }).waitFor();
    await page.keyboard.press('k');
    await alarm('stands, acknowledged').waitFor({ timeout: PATIENCE_MS });
    await limits({ 'Warning, high': '150', 'Alarm, high': '160' });
    await alarm('stands, acknowledged').waitFor({ state: 'detached', timeout: PATIENCE_MS });
  });

  it('are replayed at another time, and go back to live', async () => {
    await come();
    await page.getByRole('button', { name: /CET|CEST/ }).click();
    await page.getByRole('button', { name: 'One hour back' }).click();
    await card(page)
      .getByText(/^(replay|paused)/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    const replayed = (await freshness(page).textContent()) ?? '';
    await card(page).getByRole('button', { name: 'Back to live' }).click();
    await card(page).getByText('live', { exact: true }).waitFor({ timeout: PATIENCE_MS });
    await expect
      .poll(() => freshness(page).textContent(), { timeout: PATIENCE_MS })
      .not.toBe(replayed);
  });

  it('say that they are offline while the server is away and come back with it', async () => {
    await come();
    await town.stop();
    await card(page).getByText('offline', { exact: true }).waitFor({ timeout: PATIENCE_MS });
    const last = await freshness(page).textContent();
    await town.restart();
    await town.untilFed();
    await card(page).getByText('live', { exact: true }).waitFor({ timeout: 60_000 });
    await expect.poll(() => freshness(page).textContent(), { timeout: 60_000 }).not.toBe(last);
  });

  it('notice a line that is dead without a word, and one that is cut, and miss nothing', async () => {
    const proxy: BadProxy = await aBadProxy(Number(new URL(town.url).port));
    try {
      visit = await town.visit({ origin: `http://localhost:${proxy.port}` });
      page = visit.page;
      await openCard(page);
      await card(page).getByText('live', { exact: true }).waitFor();
      const before = proxy.connections;
      proxy.swallow();
      await expect.poll(() => proxy.connections, { timeout: PATIENCE_MS }).toBeGreaterThan(before);
      await card(page).getByText('live', { exact: true }).waitFor({ timeout: PATIENCE_MS });
      const first = await freshness(page).textContent();
      proxy.cut();
      await expect
        .poll(() => freshness(page).textContent(), { timeout: PATIENCE_MS })
        .not.toBe(first);
    } finally {
      await proxy.close();
    }
  });
});
