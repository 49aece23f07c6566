import { useEffect, useMemo, useState } from 'react';
import type { Feature } from '#features/feature.ts';
import { instant } from '#model/time.ts';
import type { Layer } from '#scene/layer.ts';
import { reportLayer } from '#store/layers.ts';
import { reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { useAppState } from '#store/use-store.tsx';
import { useParts } from '../parts.tsx';

/** The layers of the open city: those it has data for and the person has not taken out of the workbench. */
export function useLayers(): readonly Layer<object>[] {
  const { store, features } = useParts();
  const manifest = useAppState(({ city }) => city?.manifest);
  const wanted = useAppState(({ layers }) =>
    features
      .filter((one) => one.layer && manifest && one.isAvailable(manifest))
      .filter(({ id }) => !layers[id]?.isRemoved)
      .map(({ id }) => `${id}#${layers[id]?.attempt ?? 0}`)
      .join(' '),
  );
  const [made, setMade] = useState<ReadonlyMap<string, Layer<object>>>(new Map());

  // biome-ignore lint/correctness/useExhaustiveDependencies: another city needs layers of its own.
  useEffect(() => {
    setMade(new Map());
  }, [manifest]);

  useEffect(() => {
    let isGone = false;
    for (const key of wanted.split(' ')) {
      const feature = features.find(({ id }) => key.startsWith(`${id}#`));
      if (!feature || made.has(key)) continue;
      void createLayer(feature, store).then((layer) => {
        if (layer && !isGone) setMade((before) => new Map(before).set(key, layer));
      });
    }
    return () => {
      isGone = true;
    };
  }, [wanted, made, features, store]);

  return useMemo(() => wanted.split(' ').flatMap((key) => made.get(key) ?? []), [wanted, made]);
}

async function createLayer(feature: Feature, store: AppStore): Promise<Layer<object> | undefined> {
  try {
    return (await feature.layer?.())?.createLayer();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = { en: `Could not be loaded: ${reason}`, zh: `无法加载：${reason}` };
    reportLayer(store, feature.id, { kind: 'failed', reason });
    reportProblem(store, {
      path: feature.id,
      code: 'layer-module',
      text,
      since: instant(Date.now()),
    });
    return undefined;
  }
}
