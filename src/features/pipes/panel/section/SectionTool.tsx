import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Segmented, Stack } from '#ui';
import { chooseSection } from '../../state/section.ts';
import { selectPipes } from '../../state.ts';
import { CrossView } from './CrossView.tsx';
import { LongView } from './LongView.tsx';
import { messages } from './messages.ts';

/** Cross and long sections of what lies under the ground. */
export default function SectionTool() {
  const say = useText();
  const store = useAppStore();
  const { kind } = useAppState(selectPipes).section;
  return (
    <Stack gap="s">
      <Segmented
        label={say(messages.kind)}
        value={kind}
        options={[
          { value: 'cross', label: say(messages.cross) },
          { value: 'long', label: say(messages.long) },
        ]}
        onChange={(next) => chooseSection(store, { kind: next })}
      />
      {kind === 'cross' ? <CrossView /> : <LongView />}
    </Stack>
  );
}
