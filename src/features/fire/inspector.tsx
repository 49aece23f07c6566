import type { Selected } from '#store/selection.ts';
import { useText } from '#store/use-store.tsx';
import { EmptyState, Stack } from '#ui';
import { EngineInspector } from './inspector/EngineInspector.tsx';
import { FireInspector } from './inspector/FireInspector.tsx';
import { ShelterInspector } from './inspector/ShelterInspector.tsx';
import { SiteInspector } from './inspector/SiteInspector.tsx';
import { StationInspector } from './inspector/StationInspector.tsx';
import { ZoneInspector } from './inspector/ZoneInspector.tsx';
import { inspectorMessages as messages } from './messages/inspector.ts';
import { HonestLine } from './panel/HonestLine.tsx';
import { thingOf } from './state/selected.ts';

/** What is selected of a fire: the fire itself, an engine, a zone, a station, a shelter, a site that needs help. */
export default function FireThings({ selected }: { readonly selected: readonly Selected[] }) {
  return (
    <Stack>
      {selected.map((one) => (
        <OneThing key={one.id} selected={one} />
      ))}
      <HonestLine />
    </Stack>
  );
}

function OneThing({ selected }: { readonly selected: Selected }) {
  const say = useText();
  const thing = thingOf(selected);
  switch (thing?.kind) {
    case 'fire':
      return <FireInspector id={thing.id} />;
    case 'engine':
      return <EngineInspector id={thing.id} />;
    case 'zone':
      return <ZoneInspector id={thing.id} />;
    case 'station':
      return <StationInspector id={thing.id} />;
    case 'shelter':
      return <ShelterInspector id={thing.id} />;
    case 'site':
      return <SiteInspector id={thing.id} />;
    default:
      return (
        <EmptyState icon="flame" title={say(messages.gone)}>
          {selected.id}
        </EmptyState>
      );
  }
}
