import { useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Note, Progress, Stack } from '#ui';
import type { EvacuationLack } from '#workers/fire-evacuation/client.ts';
import { endEvacuation } from '../../state/evacuate.ts';
import { lackTexts, messages } from './messages.ts';
import { useEvacuated, useEvacuation } from './use-evacuation.ts';

const isLack = (lack: string): lack is EvacuationLack => lack in lackTexts;

/** How far the work at the order is, what went wrong, what the city doesn't tell. */
export function WorkState() {
  const store = useAppStore();
  const say = useText();
  const { work } = useEvacuation();
  const result = useEvacuated();
  return (
    <>
      {work.phase === 'computing' && (
        <Stack gap="s">
          <Progress label={say(messages.computing)} value={work.progress} />
          {!result && (
            <Button kind="quiet" icon="close" onClick={() => endEvacuation(store)}>
              {say(messages.cancel)}
            </Button>
          )}
        </Stack>
      )}
      {work.phase === 'failed' && (
        <Banner tone="critical" title={say(messages.failed)}>
          {work.problem}
          {result && ` ${say(messages.failedStays)}`}
        </Banner>
      )}
      {work.lacks.filter(isLack).map((lack) => (
        <Note key={lack}>{say(lackTexts[lack])}</Note>
      ))}
    </>
  );
}
