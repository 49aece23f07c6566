import { Suspense } from 'react';
import type { Aspect, Feature } from '#features/feature.ts';
import type { Selected } from '#store/selection.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { EmptyState, ErrorBoundary, lazyPart, PropertySection, Skeleton } from '#ui';
import { messages } from '../messages.ts';
import { useParts } from '../parts.tsx';

/** What is selected: each feature shows its own things; things of several features stand in groups. */
export function SelectionInspector() {
  const { features } = useParts();
  const say = useText();
  const selection = useAppState((state) => state.selection);
  const groups = features
    .map((feature) => ({
      feature,
      selected: selection.filter((one) => one.feature === feature.id),
    }))
    .filter(({ selected }) => selected.length > 0);
  if (groups.length === 0) {
    return (
      <EmptyState icon="info" title={say(messages.nothingSelected)}>
        {say(messages.nothingSelectedDetail)}
      </EmptyState>
    );
  }
  const [only] = groups;
  if (groups.length === 1 && only) return <Body {...only} />;
  return groups.map(({ feature, selected }) => (
    <PropertySection
      key={feature.id}
      title={`${say(feature.name)} · ${say(messages.selectedThings(selected.length))}`}
    >
      <Body feature={feature} selected={selected} />
    </PropertySection>
  ));
}

interface BodyProps {
  readonly feature: Feature;
  readonly selected: readonly Selected[];
}

function Body({ feature, selected }: BodyProps) {
  const say = useText();
  if (!feature.inspector) return selected.map(({ id }) => <p key={id}>{id}</p>);
  const Inspector = lazyPart(feature.inspector);
  return (
    <ErrorBoundary title={say(messages.panelBroken)}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Inspector selected={selected} />
      </Suspense>
      <Aspects selected={selected} />
    </ErrorBoundary>
  );
}

/** What other features tell of a thing that is selected alone. */
function Aspects({ selected }: { readonly selected: readonly Selected[] }) {
  const { features } = useParts();
  const [only] = selected;
  if (!only || selected.length > 1) return null;
  return features
    .flatMap(({ aspects = [] }) => aspects)
    .filter(({ of }) => of === only.feature)
    .map((aspect) => <AspectSection key={aspect.title.en} aspect={aspect} selected={only} />);
}

function AspectSection({
  aspect,
  selected,
}: {
  readonly aspect: Aspect;
  readonly selected: Selected;
}) {
  const say = useText();
  const isWanted = useAppState((state) => aspect.when?.(state) ?? true);
  if (!isWanted) return null;
  const Section = lazyPart(aspect.load);
  return (
    <PropertySection title={say(aspect.title)} isFree isInitiallyOpen={aspect.isInitiallyOpen}>
      <ErrorBoundary title={say(messages.panelBroken)}>
        <Suspense fallback={<Skeleton lines={4} />}>
          <Section selected={selected} />
        </Suspense>
      </ErrorBoundary>
    </PropertySection>
  );
}
