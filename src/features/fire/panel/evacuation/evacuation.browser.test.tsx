import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CityManifest } from '#contract/city-package.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { createAppStore } from '#store/store.ts';
import { StoreProvider } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import {
  aStreet,
  fourParts,
  oneShelter,
  type StreetTown,
  stretch,
} from '#workers/fire-evacuation/a-street.ts';
import type { EvacuationWorker } from '#workers/fire-evacuation/client.ts';
import type { EvacuationProtocol } from '#workers/fire-evacuation/protocol.ts';
import { createEvacuationService } from '#workers/fire-evacuation/service.ts';
import { connect, serve } from '#workers/port.ts';
import { type HazardZones, zonesOf } from '../../contract.ts';
import { startEvacuation } from '../../session/evacuation.ts';
import { selectFire } from '../../state.ts';
import EvacuationTool from './EvacuationTool.tsx';

beforeEach(() => page.viewport(420, 1500));

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const manifest = {
  ...{ id: 'street', name: 'Street', build: 'b1', timeZone: 'Europe/Berlin', layers: [] },
  ...{ sources: [], crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' } },
} as unknown as CityManifest;

const smokeTo = (toM: number, timeS = 0): HazardZones => ({
  ...{ of: 'f', timeS, model: { en: 'Plume', zh: '烟羽' } },
  zones: [
    {
      ...{ id: 'co-2', kind: 'toxic', tier: 2, rings: stretch(0, toM), sites: [] },
      label: { en: '83 ppm CO', zh: '83 ppm CO' },
      ...{ areaM2: 1, buildings: 1, peopleDay: 1, peopleNight: 1 },
    },
  ],
});

const homes = [{ id: 'B-1', eastM: 50, day: 400, night: 400 }];

/** The tool over the real session and the real service, on a street of four parts. */
async function show(town: StreetTown = { homes }) {
  const store = createAppStore({ city: { manifest, baseUrl: 'http://localhost/data/street/' } });
  const frames = createFrames();
  const life = new AbortController();
  const { city, read } = aStreet(town);
  const startWorker = (): EvacuationWorker => {
    const { port1, port2 } = new MessageChannel();
    const service = createEvacuationService({ read, now: () => 0 });
    // The files of the street lie in the test, whatever the manifest says.
    const calls = {
      ...service.calls,
      open: (_: unknown, context: Parameters<typeof service.calls.open>[1]) =>
        service.calls.open({ city }, context),
    };
    serve<EvacuationProtocol>(port2, { ...service, calls });
    return connect<EvacuationProtocol>(port1, 'fire-evacuation');
  };
  frames.publish(zonesOf('smoke'), smokeTo(200));
  const stop = startEvacuation({ store, frames }, life.signal, {
    ...{ startWorker, now: Date.now, waitMs: 50, quietMs: 5 },
  });
  endings.push(() => life.abort(), stop);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <KitProvider theme="light" language="en">
          <main>
            <EvacuationTool />
          </main>
        </KitProvider>
      </FramesProvider>
    </StoreProvider>,
  );
  const evacuation = () => selectFire(store.getState()).evacuation;
  return { screen, store, frames, evacuation };
}

describe('the tool of evacuations', () => {
  it('lays the zone around a chosen danger and says who leaves, where to, how long', async () => {
    const { screen } = await show();
    const order = screen.getByRole('button', { name: 'Find who has to leave' });
    await expect.element(order).toBeDisabled();
    await screen.getByRole('checkbox', { name: /83 ppm CO/ }).click();
    await order.click();
    await expect.element(screen.getByText('People have to leave')).toBeVisible();
    await expect.element(screen.getByText(/in 1 buildings, by/)).toBeVisible();
    await expect.element(screen.getByRole('table', { name: 'Shelters' })).toBeVisible();
    await expect.element(screen.getByText('400 / 1,000')).toBeVisible();
    await expect
      .element(screen.getByRole('grid', { name: 'Streets that carry them' }))
      .toBeVisible();
    await expectAccessible();
  });

  it('compares both lanes out with as it is', async () => {
    const { screen, evacuation } = await show({
      homes: [{ id: 'B-1', eastM: 50, day: 6000, night: 6000 }],
      facilities: [{ id: 'SHE-1', kind: 'shelter', eastM: 1190, capacity: 9000 }],
    });
    await screen.getByRole('checkbox', { name: /83 ppm CO/ }).click();
    await screen.getByRole('button', { name: 'Find who has to leave' }).click();
    await screen
      .getByText(/^Long Street \(/)
      .first()
      .click();
    const table = screen.getByRole('table', { name: 'What if both lanes lead out' });
    await expect.element(table).toBeVisible();
    expect(evacuation().request?.contraflow.length).toBeGreaterThan(0);
  });

  it('closes a shelter, and says that people find no room', async () => {
    const { screen } = await show();
    await screen.getByRole('checkbox', { name: /83 ppm CO/ }).click();
    await screen.getByRole('button', { name: 'Find who has to leave' }).click();
    await screen.getByRole('switch', { name: /Use shelter SHE-1/ }).click({ force: true });
    await expect.element(screen.getByText(/400 people find no room/)).toBeVisible();
  });

  it('keeps the order while the danger moves, and takes it anew by one press', async () => {
    const { screen, frames, evacuation } = await show();
    await screen.getByRole('checkbox', { name: /83 ppm CO/ }).click();
    await screen.getByRole('button', { name: 'Find who has to leave' }).click();
    const before = evacuation().request;
    frames.publish(zonesOf('smoke'), smokeTo(500, 1800));
    await expect.element(screen.getByText(/have moved since/)).toBeVisible();
    expect(evacuation().request).toBe(before);
    await screen.getByRole('button', { name: 'Take them as they are now' }).click();
    await expect.poll(() => evacuation().request?.hazards[0]).toEqual(stretch(0, 500));
    expect(evacuation().request?.id).toBe(before?.id);
  });

  it('says what the city does not have, and where nobody is', async () => {
    const { screen } = await show({ homes: [], parts: fourParts, facilities: [] });
    await screen.getByRole('checkbox', { name: /83 ppm CO/ }).click();
    await screen.getByRole('button', { name: 'Find who has to leave' }).click();
    await expect.element(screen.getByText(/No shelters are known/)).toBeVisible();
    await expect.element(screen.getByText('Nobody is known to be in this zone.')).toBeVisible();
  });

  it('ends the order', async () => {
    const { screen, frames } = await show({ homes, facilities: oneShelter });
    await screen.getByRole('checkbox', { name: /83 ppm CO/ }).click();
    await screen.getByRole('button', { name: 'Find who has to leave' }).click();
    await expect.poll(() => frames.peek(zonesOf('evacuation'))).toBeDefined();
    await screen.getByRole('button', { name: 'End' }).click();
    expect(frames.peek(zonesOf('evacuation'))).toBeUndefined();
    await expect
      .element(screen.getByRole('button', { name: 'Find who has to leave' }))
      .toBeDisabled();
  });
});
