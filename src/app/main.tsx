import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import type { Geodetic } from '#model/position.ts';
import { FIRST_LOOK } from '#scene/first-look.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { createAppStore } from '#store/store.ts';
import { StoreProvider } from '#store/use-store.tsx';
import { startIfcWorker } from '#workers/ifc/client.ts';
import { startImportWorker } from '#workers/import/client.ts';
import { keepCity } from '#workers/shelf/client.ts';
import { App } from './App.tsx';
import { createImporter } from './dropping/importer.ts';
import { forgetCity, listGuests, listKept } from './dropping/kept.ts';
import { createModelImporter } from './dropping/model-importer.ts';
import { features } from './features.ts';
import { watchErrors } from './notices/watch-errors.ts';
import { watchServer } from './opening/heartbeat.ts';
import { createOpener } from './opening/opener.ts';
import { sayNewBuild, takeUpAgain } from './opening/recover.ts';
import { type AppParts, PartsProvider } from './parts.tsx';
import { keepPreferences, readLastCity, readPreferences } from './preferences.ts';
import { followHash } from './sharing/follow-hash.ts';
import { runClock } from './status/run-clock.ts';

const address = new URL(location.href);
const root = createRoot(document.getElementById('root') ?? document.body);

if (address.searchParams.get('view') === 'gallery') {
  const { default: Gallery } = await import('#ui/gallery/Gallery.tsx');
  root.render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
} else {
  const store = createAppStore({ preferences: readPreferences() });
  const frames = createFrames();
  const opener = createOpener({ store, frames, features, listKept, listGuests });
  const globe: AppParts['globe'] = createStore(() => ({ handle: undefined }));
  const models = createModelImporter({
    store,
    startWorker: startIfcWorker,
    keep: keepCity,
    open: opener.show,
    showLook: (frame) => frames.publish(FIRST_LOOK, frame),
    ground: () => globe.getState().handle,
  });
  const importer = createImporter({
    store,
    models,
    startWorker: startImportWorker,
    keep: keepCity,
    open: opener.show,
    leave: async (id) => opener.unlist(id),
    takeDown: forgetCity,
  });
  const parts: AppParts = {
    store,
    frames,
    features,
    opener,
    importer,
    pointer: createStore<Geodetic | undefined>(() => undefined),
    globe,
  };
  keepPreferences(store);
  watchErrors(store);
  runClock(store);
  watchServer(store, {
    onReturn: () => takeUpAgain(store),
    onNewBuild: () => sayNewBuild(store),
  });
  const lastId = readLastCity();
  void opener
    .ask({ hash: location.hash, id: address.searchParams.get('city') ?? undefined, lastId })
    .finally(() => followHash(store, features, opener));
  // Not strict: the globe would be built twice.
  root.render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <PartsProvider parts={parts}>
          <App />
        </PartsProvider>
      </FramesProvider>
    </StoreProvider>,
  );
}
