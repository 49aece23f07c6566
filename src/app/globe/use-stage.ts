import type { Feature } from '#features/feature.ts';
import { useAppState } from '#store/use-store.tsx';
import { useFeatures } from '../layers/use-features.ts';

/** The feature that covers the globe now, if any. */
export function useStage(): Feature | undefined {
  const { available } = useFeatures();
  return useAppState((state) => available.find(({ stage }) => stage?.isOpen(state)));
}
