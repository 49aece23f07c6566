import type { Download, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inspector } from './app.ts';
import { findBuilding, letBlow, letUnitAlarm, reachOf } from './fires.ts';
import { typePlaces, unfold } from './floods.ts';
import { openWholeTown, type Town, type Visit } from './harness.ts';
import { leaveField, lightenGlobe, openNetworks, PATIENCE_MS, press } from './networks.ts';

const head = (card: Locator) => card.getByRole('region', { name: 'How the fire stands' });

/** So strong that a plume is drawn into the wake of its house whatever burns there. */
const GALE_MS = 15;

describe('a house of the demo town burns in the twin', () => {
  let town: Town;
  let visit: Visit;
  let page: Page;
  let card: Locator;

  beforeAll(async () => {
    town = await openWholeTown();
    await town.untilFed();
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

  it('from a unit’s alarm to the building’s risk, its fire, who leaves, who comes, and the briefing', async () => {
    await come();
    card = await openNetworks(page, 'Fire');
    await lightenGlobe(page, ['Buildings', 'Flood', 'Networks', 'Basemap']);

    // The unit alarms; the alarm leads to its building, whose risk says why.
    const unit = await letUnitAlarm(town);
    await page.keyboard.press('Shift+J');
    const alarm = page.getByRole('article', { name: new RegExp(`^${unit.sensor},`) });
    await press(alarm.getByRole('button', { name: 'To its building' }));
    await unfold(inspector(page), 'Fire risk');
    await inspector(page)
      .getByText(/^Detectors raise it ×/)
      .waitFor();

    // It is ignited from there, by the wind that is measured now: a town that has just been started may not have spoken of
    // it yet. It is held before a slow machine has played it to its end.
    await card
      .getByText(/, measured /)
      .first()
      .waitFor();
    await press(inspector(page).getByRole('button', { name: /^Ignite here in the twin/ }));
    await press(card.getByRole('button', { name: 'Hold' }));
    await head(card).getByText('ready', { exact: true }).waitFor();
    await head(card)
      .getByText(/, measured /)
      .waitFor();
    await head(card)
      .getByText(/in burning buildings/)
      .waitFor();

    // A light wind lets smoke rise over the roofs; a gale presses it into the streets, in any air.
    await press(card.getByRole('button', { name: 'To the beginning' }));
    await letBlow(card, GALE_MS);
    await press(card.getByRole('button', { name: 'Ten minutes on' }));
    await press(card.getByRole('button', { name: 'Ten minutes on' }));
    await head(card)
      .getByText(/^T\+20\smin of /)
      .waitFor();
    for (const [list, mildest] of [
      ['Harm by gas', 'AEGL-1'],
      ['Loss of sight', 'Sight below 100'],
    ] as const) {
      const rows = card.getByRole('list', { name: list }).getByRole('listitem');
      const row = rows.filter({ hasText: mildest });
      await row.getByText(/^(up to|beyond) \d/).waitFor();
      await row.getByText(/people by day$/).waitFor();
      const reaches = (await rows.allTextContents()).map(reachOf);
      expect(reaches).toHaveLength(3);
      expect(reaches, list).toEqual([...reaches].sort((a, b) => a - b));
    }

    // Who comes when, and whether the hydrants carry it.
    await press(card.getByRole('button', { name: /^Engines and water Which engines/ }));
    await card.getByRole('grid').first().waitFor();
    await press(card.getByRole('button', { name: /^Send / }).first());
    await press(card.getByRole('tab', { name: 'Water' }));
    await card.getByText('ISO NFF').first().waitFor();
    await press(card.getByRole('button', { name: 'Back to the fire' }).first());
    const acts = card.getByRole('list', { name: 'What was done' });
    await acts.getByRole('listitem').first().waitFor();

    // Who has to leave, and where to.
    await press(card.getByRole('button', { name: /^Find who has to leave/ }));
    await card.getByText('Everybody is out after').first().waitFor();
    await press(card.getByRole('button', { name: 'Shelters, streets, what-if' }));
    const shelters = card.getByRole('table', { name: 'Shelters' });
    await shelters
      .getByText(/^[\d,]+ \/ [\d,]+$/)
      .first()
      .waitFor();
    await press(card.getByRole('button', { name: 'Back to the fire' }).first());

    // The wind turns; beside it, what a defended block would save.
    await press(card.getByRole('button', { name: 'Turn the wind' }));
    const dial = card.getByRole('slider', { name: 'Wind from' });
    await dial.focus();
    await dial.press('PageUp');
    await press(card.getByRole('button', { name: /^Blows so from T\+/ }));
    await acts.getByText(/^Wind from the /).waitFor();
    await press(card.getByRole('button', { name: 'What if, beside it' }));
    await press(card.getByRole('button', { name: 'Defend', exact: true }));
    await press(card.getByRole('button', { name: 'Draw around a block' }));
    await typePlaces(card, unit.block);
    await acts.getByText(/^Block of \d+ buildings kept wet/).waitFor();
    await head(card).getByText('ready', { exact: true }).waitFor();
    const table = card.getByRole('table', { name: 'The two beside each other' });
    await table.getByRole('row').nth(1).waitFor();

    // On paper, and into a GIS.
    await press(card.getByRole('button', { name: /^Briefing and files/ }));
    const download = page.waitForEvent('download');
    await press(card.getByRole('button', { name: 'Save GeoJSON' }));
    const map = JSON.parse(await textOf(await download));
    expect(map.type).toBe('FeatureCollection');
    const layers = new Set(
      map.features.map(({ properties }: { properties: { layer: string } }) => properties.layer),
    );
    expect([...layers]).toEqual(
      expect.arrayContaining(['zone', 'engine', 'evacuation-route', 'shelter']),
    );
    await press(card.getByRole('button', { name: 'Open the briefing' }));
    const briefing = page.getByRole('dialog', { name: 'Fire briefing' });
    await briefing.getByRole('heading').first().waitFor();
    await page.keyboard.press('Escape');
    await briefing.waitFor({ state: 'detached' });
    await press(card.getByRole('button', { name: 'Back to the fire' }).first());

    // How sure it is, stopped before its end.
    await unfold(card, 'How sure is it?');
    await press(card.getByRole('button', { name: 'Run 20' }));
    await card
      .getByText(/^\d+ of 20$/)
      .first()
      .waitFor();
    expect(visit.errors).toEqual([]);
  }, 600_000);

  it('is lit and steered from keys and lists alone, and a link carries it', async () => {
    await come();
    card = await openNetworks(page, 'Fire');
    await lightenGlobe(page, ['Buildings', 'Flood', 'Networks', 'Basemap', 'Sensors']);
    await findBuilding(page, 'Johannis-Krankenhaus');
    await inspector(page).waitFor();
    await press(card.getByRole('button', { name: /^Ignite / }).first());
    await head(card).getByText('ready', { exact: true }).waitFor();
    await leaveField(page);
    await page.keyboard.press('Shift+N');
    await page.keyboard.press('Shift+T');
    await typePlaces(card, '10.6587, 54.3035');
    const acts = card.getByRole('list', { name: 'What was done' });
    await acts.getByText(/^Wind from the /).waitFor();
    await acts.getByText(/^Engine 1, /).waitFor();
    const name = (await head(card).getByRole('heading').textContent()) ?? '';
    await expect.poll(() => new URL(page.url()).hash, { timeout: PATIENCE_MS }).not.toBe('');
    await page.waitForTimeout(1500);
    const { hash } = new URL(page.url());
    await visit.close();

    await come({ path: `/${hash}` });
    card = await openNetworks(page, 'Fire');
    await head(card).getByRole('heading', { name }).waitFor();
    await card
      .getByRole('list', { name: 'What was done' })
      .getByText(/^Engine 1, /)
      .waitFor();
    expect(visit.errors).toEqual([]);
  }, 400_000);

  it('on a phone, in Chinese', async () => {
    await come({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true });
    await page.getByRole('tab', { name: '图层' }).waitFor();
    await findBuilding(page, 'Johannis-Krankenhaus');
    await leaveField(page);
    await page.keyboard.press('Shift+F');
    card = page.getByRole('article', { name: '火灾' });
    await press(card.getByRole('button', { name: /^点燃/ }).first());
    const stand = card.getByRole('region', { name: '火情状况' });
    await stand.getByText('就绪', { exact: true }).waitFor();
    await press(card.getByRole('button', { name: '改变风向' }));
    await press(card.getByRole('button', { name: '顺时针转 45°' }));
    await press(card.getByRole('button', { name: /^自 T\+/ }));
    await card.getByRole('list', { name: '已采取措施' }).getByText(/风，/).first().waitFor();
    await card.getByText('仅供筛查，不得用于生命安全决策').first().waitFor();
    expect(visit.errors).toEqual([]);
  }, 400_000);
});

async function textOf(download: Download): Promise<string> {
  let text = '';
  for await (const piece of await download.createReadStream()) text += piece;
  return text;
}
