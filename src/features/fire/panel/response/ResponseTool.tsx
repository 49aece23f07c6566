import { useState } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { Stack, Tabs } from '#ui';
import { selectFire } from '../../state.ts';
import { EnginesTab } from './EnginesTab.tsx';
import { messages } from './messages.ts';
import { PlacesTab } from './PlacesTab.tsx';
import { ResponseHonestLine } from './ResponseHonestLine.tsx';
import { RoadsTab } from './RoadsTab.tsx';
import { StandardsTab } from './StandardsTab.tsx';
import { StatusLines } from './StatusLines.tsx';
import { TargetLine } from './TargetLine.tsx';
import { useCover } from './use-response.ts';
import { WaterTab } from './WaterTab.tsx';

type Part = 'engines' | 'water' | 'roads' | 'standards' | 'places';

/** Which engines are there when, whether hydrants carry it, what is closed, and where the next station would help. */
export default function ResponseTool() {
  const say = useText();
  const [part, setPart] = useState<Part>('engines');
  const closed = useCover()?.closed.reduce((sum, { streets }) => sum + streets, 0) ?? 0;
  const added = useAppState((state) => selectFire(state).response.added.length);
  return (
    <Stack gap="s">
      <ResponseHonestLine />
      <StatusLines />
      <TargetLine />
      <Tabs
        label={say(messages.parts)}
        value={part}
        onChange={setPart}
        tabs={[
          { id: 'engines', label: say(messages.engines), panel: <EnginesTab /> },
          { id: 'water', label: say(messages.water), panel: <WaterTab /> },
          {
            id: 'roads',
            label: say(messages.roads),
            ...(closed > 0 && { count: closed }),
            panel: <RoadsTab />,
          },
          { id: 'standards', label: say(messages.standards), panel: <StandardsTab /> },
          {
            id: 'places',
            label: say(messages.places),
            ...(added > 0 && { count: added }),
            panel: <PlacesTab />,
          },
        ]}
      />
    </Stack>
  );
}
