import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Segmented, Stack } from '#ui';
import { CrossView } from './CrossView.tsx';
import { LongView } from './LongView.tsx';
import { messages } from './messages.ts';

/** Cross and long sections of what lies under the ground. */
export default function SectionTool() {
  const say = useText();
  const [kind, setKind] = useState<'cross' | 'long'>('cross');
  return (
    <Stack gap="s">
      <Segmented
        label={say(messages.kind)}
        value={kind}
        options={[
          { value: 'cross', label: say(messages.cross) },
          { value: 'long', label: say(messages.long) },
        ]}
        onChange={setKind}
      />
      {kind === 'cross' ? <CrossView /> : <LongView />}
    </Stack>
  );
}
