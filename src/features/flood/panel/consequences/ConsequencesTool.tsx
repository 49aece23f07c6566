import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { EmptyState, Tabs } from '#ui';
import { DamageTab } from './DamageTab.tsx';
import { EventsTab } from './EventsTab.tsx';
import { ListTab } from './ListTab.tsx';
import { messages } from './messages.ts';
import { StreetsTab } from './StreetsTab.tsx';
import { useImpact } from './use-impact.ts';

type Part = 'list' | 'streets' | 'events' | 'damage';

/** Lists of what the water reached, with the table that damage is counted by. */
export default function ConsequencesTool() {
  const say = useText();
  const impact = useImpact();
  const [part, setPart] = useState<Part>('list');
  const waiting = (
    <EmptyState icon="list" title={say(messages.waiting)}>
      {say(messages.waitingWhy)}
    </EmptyState>
  );
  return (
    <Tabs
      label={say(messages.parts)}
      value={part}
      onChange={setPart}
      tabs={[
        {
          id: 'list',
          label: say(messages.listTab),
          ...(impact && { count: impact.hits }),
          panel: impact ? <ListTab currency={impact.currency} /> : waiting,
        },
        {
          id: 'streets',
          label: say(messages.roadsTab),
          panel: impact ? <StreetsTab /> : waiting,
        },
        { id: 'events', label: say(messages.eventsTab), panel: impact ? <EventsTab /> : waiting },
        { id: 'damage', label: say(messages.damageTab), panel: <DamageTab /> },
      ]}
    />
  );
}
