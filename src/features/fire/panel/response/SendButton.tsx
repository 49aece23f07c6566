import { useText } from '#store/use-store.tsx';
import { Button, Note } from '#ui';
import { messages } from './messages.ts';
import { useSending } from './use-sending.ts';

/** Puts the full alarm into the shown fire: each engine is there when its way takes it. */
export function SendButton() {
  const say = useText();
  const { engines, unsent, hasFire, send } = useSending();
  if (engines.length === 0) return null;
  if (!hasFire) return <Note kind="faint">{say(messages.noFireToSend)}</Note>;
  if (unsent.length === 0) return <Note kind="faint">{say(messages.allSent)}</Note>;
  return (
    <Button kind="primary" icon="send" onClick={send}>
      {say(messages.send(unsent.length))}
    </Button>
  );
}
