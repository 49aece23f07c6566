import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inspector } from './app.ts';
import { typePlaces, unfold, untilDone, write } from './floods.ts';
import { hasValley, openValley, openWholeTown, type Town, type Visit } from './harness.ts';
import { lightenGlobe, openNetworks as openCard, PATIENCE_MS, press } from './networks.ts';

/** Around the hospital, far enough off to leave its yard free. */
const ringAroundHospital =
  '10.6567,54.3024; 10.6607,54.3024; 10.6607,54.3047; 10.6567,54.3047; 10.6567,54.3024';

describe('a levee of the demo town breaches', () => {
  let town: Town;
  let visit: Visit;
  let page: Page;
  let card: Locator;

  beforeAll(async () => {
    town = await openWholeTown();
  }, 600_000);
  afterAll(() => town?.close());
  afterEach(async () => {
    const { foreign } = visit;
    await visit.close();
    expect(foreign).toEqual([]);
  });

  const come = async (options: Parameters<Town['visit']>[0] = {}) => {
    // The whole town is drawn in software: a small window leaves time to act.
    visit = await town.visit({ viewport: { width: 800, height: 500 }, ...options });
    page = visit.page;
    page.setDefaultTimeout(PATIENCE_MS);
  };

  it('reaches the hospital, is kept from it by a barrier, compared in numbers and briefed', async () => {
    await come();
    card = await openCard(page, 'Flood');
    await lightenGlobe(page, ['Buildings', 'Sensors', 'Networks', 'Basemap']);
    await press(card.getByRole('button', { name: /^Marendeich Ost breaches/ }));
    await card.getByText('simulated', { exact: true }).first().waitFor({ timeout: PATIENCE_MS });

    // Refined after it has begun: coarse cells and four hours are done while one waits.
    await unfold(card, 'Model');
    await write(card.getByRole('textbox', { name: 'Cell size' }), '20');
    await write(card.getByRole('textbox', { name: 'Simulate' }), '4');
    await press(card.getByRole('button', { name: 'Run again with the changes' }));
    await card.getByText('20 m grid', { exact: true }).waitFor({ timeout: PATIENCE_MS });
    await untilDone(card);
    await press(card.getByRole('button', { name: /^Consequences .*street by street/ }));
    await card.getByRole('textbox', { name: 'Name, id or use' }).fill('Johannis-Krankenhaus');
    await card.getByRole('gridcell', { name: 'Johannis-Krankenhaus' }).first().waitFor();
    await press(card.getByRole('button', { name: 'Back to the flood' }));

    // Back to the start, and a barrier beside it from there on.
    const time = card.getByRole('slider', { name: 'Time of the flood' });
    await time.focus();
    await time.press('Home');
    await card.getByText('An earlier moment is shown').waitFor({ timeout: PATIENCE_MS });
    await press(card.getByRole('button', { name: 'What if …' }));
    await press(page.getByRole('menuitem', { name: 'with a barrier' }));
    await typePlaces(card, ringAroundHospital);
    await card.getByRole('heading', { name: /, with Barrier 1$/ }).waitFor();
    await untilDone(card);

    const numbers = card.getByRole('table', { name: 'Compared in numbers' });
    const flooded = numbers.getByRole('row', { name: /^Buildings flooded so far/ });
    await flooded.waitFor({ timeout: PATIENCE_MS });
    await expect
      .poll(() => flooded.getByRole('cell').last().textContent(), { timeout: PATIENCE_MS })
      .toMatch(/^[-−]\d/);
    await press(card.getByRole('button', { name: /^Consequences .*street by street/ }));
    await card.getByRole('textbox', { name: 'Name, id or use' }).fill('Johannis-Krankenhaus');
    await card.getByText('Nothing like this was reached').waitFor({ timeout: PATIENCE_MS });
    await press(card.getByRole('button', { name: 'Back to the flood' }));

    await press(card.getByRole('button', { name: /^Briefing and files/ }));
    await press(card.getByRole('button', { name: 'Open the briefing' }));
    const briefing = page.getByRole('dialog', { name: 'Flood briefing' });
    await briefing.getByRole('heading').first().waitFor({ timeout: PATIENCE_MS });
    await page.keyboard.press('Escape');
    await briefing.waitFor({ state: 'detached' });
    expect(visit.errors).toEqual([]);
  }, 600_000);

  it('is begun and paused on a phone in Chinese, without the globe', async () => {
    await come({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true });
    await press(page.getByRole('tab', { name: '图层' }));
    card = await openCard(page, '洪水');
    await press(card.getByRole('button', { name: '爆管', exact: true }));
    await typePlaces(card, '10.6520, 54.3030', '或输入坐标');
    await card.getByText('模拟', { exact: true }).first().waitFor({ timeout: PATIENCE_MS });
    await card
      .getByText(/^水量平衡误差/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    await press(card.getByRole('button', { name: '暂停' }));
    await card.getByRole('button', { name: '继续' }).waitFor();
    await card.getByText('已暂停', { exact: true }).first().waitFor({ timeout: PATIENCE_MS });
    expect(visit.errors).toEqual([]);
  });
});

/** EA test 5, where its dam fails: the inflow's line, point 1 of the test, and a wall across the valley above it. */
const dam = '-4.782711,57.334017; -4.779429,57.332382';
const point1 = '-4.74078,57.35219';
const wall = '-4.75578,57.35276; -4.73851,57.34415';

describe.skipIf(!hasValley)('a dam fails above a real valley', () => {
  let town: Town;
  let visit: Visit;
  let card: Locator;

  beforeAll(async () => {
    town = await openValley();
    visit = await town.visit({ viewport: { width: 800, height: 500 } });
    visit.page.setDefaultTimeout(PATIENCE_MS);
    card = await openCard(visit.page, 'Flood');
  }, 600_000);
  afterAll(async () => {
    await visit?.close();
    await town?.close();
  });

  it('runs on its ground alone, is measured at a gauge, walled beside and briefed', async () => {
    const { page } = visit;
    await press(card.getByRole('button', { name: 'Inflow', exact: true }));
    await typePlaces(card, dam);
    await card.getByText('50 m grid', { exact: true }).waitFor({ timeout: PATIENCE_MS });
    await unfold(card, 'What happens');
    await press(card.getByRole('button', { name: 'Edit Inflow 1' }));
    await write(card.getByRole('textbox', { name: 'Value of row 2' }), '3000');
    await unfold(card, 'Model');
    await write(card.getByRole('textbox', { name: 'Simulate' }), '2');
    await press(card.getByRole('button', { name: 'Run again with the changes' }));
    await untilDone(card);

    await unfold(card, 'Gauges and sections');
    await press(card.getByRole('button', { name: 'Place a gauge or section' }));
    await typePlaces(card, point1);
    await press(card.getByRole('button', { name: 'Show Gauge or section 1' }));
    await inspector(page)
      .getByText(/^T\+\d+\s(h|min)/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });

    const time = card.getByRole('slider', { name: 'Time of the flood' });
    await time.focus();
    await time.press('Home');
    await press(card.getByRole('button', { name: 'What if …' }));
    await press(page.getByRole('menuitem', { name: 'with a barrier' }));
    await typePlaces(card, wall);
    await card.getByRole('heading', { name: /, with Barrier 1$/ }).waitFor();
    await untilDone(card);
    await press(card.getByRole('button', { name: /^Briefing and files/ }));
    await press(card.getByRole('button', { name: 'Open the briefing' }));
    await page.getByRole('dialog', { name: 'Flood briefing' }).waitFor({ timeout: PATIENCE_MS });
    expect(visit.foreign).toEqual([]);
    expect(visit.errors).toEqual([]);
  });
});
