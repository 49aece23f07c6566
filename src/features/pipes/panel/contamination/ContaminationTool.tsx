import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Segmented, Stack } from '#ui';
import { useWaterNetworks } from '../analysis/use-water.ts';
import { messages } from './messages.ts';
import { SpreadForm } from './SpreadForm.tsx';
import { TraceBackForm } from './TraceBackForm.tsx';

/** Water that is not clean: where it goes, and where it came from. */
export default function ContaminationTool() {
  const say = useText();
  const { shown } = useWaterNetworks();
  const [mode, setMode] = useState<'spread' | 'back'>('spread');
  return (
    <Stack gap="m">
      <Segmented
        label={say(messages.mode)}
        value={mode}
        options={(['spread', 'back'] as const).map((value) => ({
          value,
          label: say(messages[value]),
        }))}
        onChange={setMode}
        isWide
      />
      {mode === 'spread' ? (
        <SpreadForm network={shown?.network} />
      ) : (
        <TraceBackForm network={shown?.network} />
      )}
    </Stack>
  );
}
