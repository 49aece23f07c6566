import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspector } from './app.ts';
import { hasNetwork, openNetworkCity, type Town, type Visit } from './harness.ts';
import {
  closeAll,
  english,
  findElement,
  openNetworks,
  PATIENCE_MS,
  press,
  restore,
  takeFirstRow,
} from './networks.ts';

describe.skipIf(!hasNetwork('ky4'))('a burst in ky4, at its place in Kentucky', () => {
  let town: Town;
  let visit: Visit;
  let card: Locator;

  beforeAll(async () => {
    town = await openNetworkCity('ky4');
    visit = await town.visit();
    card = await openNetworks(visit.page);
  });
  afterAll(async () => {
    await visit?.close();
    await town?.close();
  });

  it('is stopped where the register has no valves, and says what the model finds', async () => {
    const { page } = visit;
    await findElement(page, 'P-100');
    await press(inspector(page).getByRole('button', { name: 'Burst here' }));
    await card
      .getByText(/no valves here/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    await card
      .getByText(/simulated · EPANET/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    expect(await closeAll(card, english)).toBe(1);
    await restore(card, english);
    expect(visit.foreign).toEqual([]);
    expect(visit.errors).toEqual([]);
  });
});

describe.skipIf(!hasNetwork('kamloops'))('the drains of Kamloops', () => {
  let town: Town;
  let visit: Visit;
  let card: Locator;

  beforeAll(async () => {
    town = await openNetworkCity('kamloops');
    visit = await town.visit();
    card = await openNetworks(visit.page);
  });
  afterAll(async () => {
    await visit?.close();
    await town?.close();
  });

  it('are traced down to where they run out, by their fall', async () => {
    const { page } = visit;
    await press(card.getByRole('button', { name: 'Everything in a list' }));
    await takeFirstRow(card.getByRole('grid', { name: 'List: Pipes' }));
    await press(inspector(page).getByRole('button', { name: 'Trace from here' }));
    await card.getByText(/by the fall of the drains/).waitFor({ timeout: PATIENCE_MS });
    await card.getByText(/\d+ links, \d+ nodes/).waitFor({ timeout: PATIENCE_MS });
    expect(visit.foreign).toEqual([]);
    expect(visit.errors).toEqual([]);
  });
});
