import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createAppStore } from '#store/store.ts';
import { StoreProvider } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { aScenario } from '../state/a-flood.ts';
import { ModelSection } from './ModelSection.tsx';

const guestWith = (collection: string) =>
  ({
    ...{ id: 'dropped-plan', baseUrl: 'http://city/dropped-plan/' },
    manifest: { id: 'dropped-plan', layers: [{ kind: 'collection', id: collection }] },
  }) as never;

it('says that drains which were dropped on the page take no part in a flood', async () => {
  const store = createAppStore({ guests: [guestWith('pipes-water')] });
  const screen = await render(
    <StoreProvider store={store}>
      <KitProvider theme="dark" language="en">
        <ModelSection scenario={aScenario()} />
      </KitProvider>
    </StoreProvider>,
  );
  const said = screen.getByText(/dropped on the page take no part/);
  await expect.element(screen.getByText('Into the ground')).toBeVisible();
  expect(said.query()).toBeNull();
  store.setState({ guests: [guestWith('pipes-storm-station-rw')] });
  await expect.element(said).toBeVisible();
});
