import type { Feature } from '#features/feature.ts';
import { useAppState } from '#store/use-store.tsx';
import { useParts } from '../parts.tsx';

/** The features that this city has what they need for, and the others. */
export function useFeatures(): {
  readonly available: readonly Feature[];
  readonly absent: readonly Feature[];
} {
  const { features } = useParts();
  const manifest = useAppState(({ city }) => city?.manifest);
  const isHere = (feature: Feature) => manifest !== undefined && feature.isAvailable(manifest);
  return {
    available: features.filter(isHere),
    absent: features.filter((feature) => !isHere(feature)),
  };
}
