import { useAppStore, useText } from '#store/use-store.tsx';
import { Heading, Note, Segmented, Stack } from '#ui';
import { type BurstSize, burstSizes, type IncidentState } from '../../contract/burst.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import { act } from '../../state/incident.ts';

interface SizeSectionProps {
  readonly state: IncidentState;
  readonly isReplay: boolean;
}

const sizes: readonly BurstSize[] = ['crack', 'hole', 'break'];

/** How much of the cross-section is open: the model's only assumption about the burst. */
export function SizeSection({ state, isReplay }: SizeSectionProps) {
  const store = useAppStore();
  const say = useText();
  const isOver = isReplay || state.endedAtMs !== undefined || state.isRepaired;
  return (
    <Stack gap="s">
      <Heading level={4}>{say(messages.size)}</Heading>
      <Segmented
        label={say(messages.size)}
        value={state.size}
        options={sizes.map((value) => ({ value, label: say(messages.sizes[value]) }))}
        isWide
        disabled={isOver}
        onChange={(size) => act(store, { kind: 'size', size })}
      />
      <Note kind="faint">
        {say({
          en: `${burstSizes[state.size] * 100} % of the pipe’s cross-section is taken to be open.`,
          zh: `假定破口占管道截面的 ${burstSizes[state.size] * 100}%。`,
        })}
      </Note>
    </Stack>
  );
}
