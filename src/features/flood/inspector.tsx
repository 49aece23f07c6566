import type { Selected } from '#store/selection.ts';
import { useText } from '#store/use-store.tsx';
import { EmptyState, Stack } from '#ui';
import { GaugeInspector } from './inspector/GaugeInspector.tsx';
import { LeveeInspector } from './inspector/LeveeInspector.tsx';
import { PartInspector } from './inspector/PartInspector.tsx';
import { PlaceInspector } from './inspector/PlaceInspector.tsx';
import { inspectorMessages as messages } from './messages/inspector.ts';
import { thingOf } from './state/selected.ts';

/** What is selected of a flood: the water at a place, a gauge, a levee, a part that was drawn. */
export default function FloodInspector({ selected }: { readonly selected: readonly Selected[] }) {
  return (
    <Stack>
      {selected.map((one) => (
        <OneThing key={one.id} selected={one} />
      ))}
    </Stack>
  );
}

function OneThing({ selected }: { readonly selected: Selected }) {
  const say = useText();
  const thing = thingOf(selected);
  switch (thing?.kind) {
    case 'place':
      return <PlaceInspector place={thing.place} />;
    case 'gauge':
      return <GaugeInspector id={thing.id} />;
    case 'levee':
      return <LeveeInspector id={thing.id} />;
    case 'part':
      return <PartInspector id={thing.id} />;
    default:
      return (
        <EmptyState icon="wave" title={say(messages.gone)}>
          {selected.id}
        </EmptyState>
      );
  }
}
