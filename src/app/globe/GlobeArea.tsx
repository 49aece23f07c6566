import { lazy, Suspense, useEffect, useState } from 'react';
import type { ContextPlace } from '#scene/pointer.ts';
import { useText } from '#store/use-store.tsx';
import { ErrorBoundary } from '#ui';
import { useParts } from '../parts.tsx';
import { GlobeMenu } from './GlobeMenu.tsx';
import styles from './globe.module.css';
import { messages } from './messages.ts';
import { SelectTool } from './SelectTool.tsx';
import { Stage } from './Stage.tsx';
import { useLayers } from './use-layers.ts';

const Globe = lazy(() => import('#scene/Globe.tsx'));

/** The globe behind everything. Cesium is fetched once the shell has been painted. */
export function GlobeArea({ credits }: { readonly credits: HTMLElement | null }) {
  const { store, frames, pointer, globe } = useParts();
  const say = useText();
  const layers = useLayers();
  const isPainted = useIsPainted();
  const [place, setPlace] = useState<ContextPlace>();
  return (
    <section className={styles.globe} aria-label={say(messages.globe)} data-globe>
      <ErrorBoundary title={say(messages.globeBroken)}>
        {isPainted && credits && (
          <Suspense>
            <Globe
              store={store}
              frames={frames}
              layers={layers}
              credits={credits}
              onPointer={(position) => pointer.setState(position, true)}
              onContextMenu={setPlace}
              onReady={(handle) => globe.setState({ handle })}
            />
          </Suspense>
        )}
      </ErrorBoundary>
      <SelectTool />
      <Stage />
      <GlobeMenu place={place} onClose={() => setPlace(undefined)} />
    </section>
  );
}

function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}
