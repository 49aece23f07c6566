import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inspector, settledHash } from './app.ts';
import { openWholeTown, type Town, type Visit } from './harness.ts';
import {
  chinese,
  closeAll,
  english,
  findElement,
  lightenGlobe,
  openNetworks,
  PATIENCE_MS,
  press,
  restore,
  takeFirstRow,
} from './networks.ts';

const ALARM_PATIENCE_MS = 120_000;

/** Sixty times as fast, so that an alarm comes within seconds; that is everybody's clock. */
const setRate = async ({ url, id }: Pick<Town, 'url' | 'id'>, rate: number): Promise<void> => {
  const answer = await fetch(`${url}/live/clock?city=${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rate }),
  });
  expect(answer.ok).toBe(true);
};

describe('a burst in the demo town', () => {
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
    // Also where a journey ended before it came to that.
    await setRate(town, 1);
    expect(foreign).toEqual([]);
  });

  const come = async (options: Parameters<Town['visit']>[0] = {}, name?: string) => {
    // The whole town is drawn in software: a small window leaves time to act.
    visit = await town.visit({ viewport: { width: 800, height: 500 }, ...options });
    page = visit.page;
    page.setDefaultTimeout(PATIENCE_MS);
    card = await openNetworks(page, name);
  };

  /** A water main, found and selected in the list of pipes from the keyboard. */
  const takeMain = async (
    words = {
      list: 'Everything in a list',
      of: 'Network',
      water: 'Drinking water',
      pipes: 'List: Pipes',
    },
  ) => {
    await press(card.getByRole('button', { name: words.list }));
    const network = card.getByRole('combobox', { name: words.of });
    await network.focus();
    await network.press('Enter');
    await page.getByRole('option', { name: words.water }).dispatchEvent('click');
    await card.getByRole('searchbox').fill('P-0');
    return takeFirstRow(card.getByRole('grid', { name: words.pipes }));
  };

  it('goes from the alarm to the last valve, the sheet and the replay', async () => {
    await come();
    await lightenGlobe(page, ['Buildings', 'Sensors']);
    await press(card.getByRole('button', { name: /^Burst/ }));
    await press(card.getByRole('button', { name: 'Start a drill' }));
    await card.getByText('The drill has begun').waitFor({ timeout: PATIENCE_MS });
    await setRate(town, 60);
    // A pipe of the drinking water: at night a chamber of the gas network is in alarm too.
    const mark = card.getByRole('button', { name: /^Mark the burst at P-/ }).first();
    await mark.waitFor({ timeout: ALARM_PATIENCE_MS });
    await setRate(town, 1);
    await press(mark);

    await card.getByText(/^Without supply/).waitFor({ timeout: PATIENCE_MS });
    expect(await closeAll(card, english)).toBeGreaterThan(0);
    await card.getByText(/kept on the server/).waitFor({ timeout: PATIENCE_MS });

    await press(card.getByRole('button', { name: 'Work order' }));
    const sheet = page.getByRole('dialog', { name: 'Work order' });
    await sheet.getByRole('table').waitFor({ timeout: PATIENCE_MS });
    await sheet
      .getByText(/^Work order B-/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });

    await restore(card, english);
    await card.getByText('Ended', { exact: true }).waitFor({ timeout: PATIENCE_MS });

    await press(card.getByRole('button', { name: 'Replay from the start' }));
    await card.getByText(/^Replay: as known at/).waitFor({ timeout: PATIENCE_MS });
    await card.getByText(/^0 of \d+ closed$/).waitFor({ timeout: PATIENCE_MS });
    await press(card.getByRole('button', { name: 'Back to now' }));
    await card.getByText(/^Replay: as known at/).waitFor({ state: 'detached' });
    expect(visit.errors).toEqual([]);
  });

  it('is dealt with from the keyboard alone, and goes on in a shared link', async () => {
    await come();
    const id = await takeMain();
    await page.keyboard.press('Escape');
    await findElement(page, id);
    await inspector(page).getByRole('button', { name: 'Burst here' }).waitFor({
      timeout: PATIENCE_MS,
    });
    await page.keyboard.press('Shift+Y');
    await closeAll(card, english);
    const hash = await settledHash(page);
    await visit.close();
    await come({ path: `/${hash}` });
    await card.getByText('Closed off', { exact: true }).waitFor({ timeout: PATIENCE_MS });
  });

  it('grows where a valve is stuck, and shrinks again when that is taken back', async () => {
    await come();
    await takeMain();
    await press(inspector(page).getByRole('button', { name: 'Burst here' }));
    const list = card.getByRole('list', { name: 'Valves to close' });
    await list.waitFor({ timeout: PATIENCE_MS });
    const valve = (await list.getByRole('article').first().getAttribute('aria-label')) ?? '';
    const named = list.getByRole('article', { name: valve, exact: true });
    await press(named.getByRole('button', { name: 'Stuck' }));
    await named.waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await card.getByText('Valves that don’t help').waitFor({ timeout: PATIENCE_MS });
    await press(card.getByRole('button', { name: 'Undo' }));
    await named.waitFor({ timeout: PATIENCE_MS });
  });

  it('is dealt with on a phone, in Chinese', async () => {
    visit = await town.visit({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      hasTouch: true,
    });
    page = visit.page;
    await press(page.getByRole('tab', { name: '图层' }));
    card = await openNetworks(page, '管网');
    await takeMain({ list: '要素列表', of: '管网', water: '给水管网', pipes: '列表：管段' });
    await press(
      inspector(page).or(page.getByRole('main')).getByRole('button', { name: '此处爆管' }),
    );
    await closeAll(card, chinese);
    await restore(card, chinese);
  });
});
