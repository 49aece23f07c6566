import { useAppState, useText } from '#store/use-store.tsx';
import { Banner, Button, Progress } from '#ui';
import { useParts } from '../parts.tsx';
import { messages } from './messages.ts';

/** While a building model is converted: how far it is. The city stays in use. */
export function JoiningNotice() {
  const { importer } = useParts();
  const say = useText();
  const dropping = useAppState((state) => state.dropping);
  if (dropping.kind !== 'joining') return null;
  const { name, stage, share } = dropping;
  return (
    <Banner
      tone="info"
      title={say(messages.converting(name))}
      actions={
        <Button size="s" onClick={importer.dismiss}>
          {say(messages.cancel)}
        </Button>
      }
    >
      <Progress label={say(messages.stages[stage])} value={share} />
    </Banner>
  );
}
