import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { openCard } from '#store/workbench.ts';
import { Button, Heading, Note, Stack } from '#ui';
import { FIRE } from '../contract.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useMomentText } from '../panel/use-fire.ts';
import { WindLine } from '../panel/WindLine.tsx';
import { fireOf } from '../state/clock.ts';
import { Gone } from './Gone.tsx';

/** A fire in the twin: its wind, and the way to its card. */
export function FireInspector({ id }: { readonly id: string }) {
  const store = useAppStore();
  const say = useText();
  const moment = useMomentText();
  const fire = useAppState((state) => fireOf(state, id));
  if (!fire) return <Gone id={id} />;
  return (
    <Stack gap="s">
      <Heading level={3}>{fire.name}</Heading>
      <Note kind="faint">{`${say(messages.fire)} · ${moment(fire.startMs)}`}</Note>
      <WindLine fire={fire} />
      <Button icon="arrow-right" onClick={() => openCard(store, FIRE)}>
        {say(messages.toCard)}
      </Button>
    </Stack>
  );
}
