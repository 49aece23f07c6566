import { useAppState, useText } from '#store/use-store.tsx';
import { Banner, Button } from '#ui';
import { useParts } from '../parts.tsx';
import { messages } from './messages.ts';

/** After an import: where the city is kept, and how to take it back. */
export function ShownNotice() {
  const { importer } = useParts();
  const say = useText();
  const dropping = useAppState((state) => state.dropping);
  if (dropping.kind !== 'shown') return null;
  const { id, name } = dropping;
  return (
    <Banner
      tone="info"
      title={say(messages.shown(name))}
      onClose={importer.dismiss}
      actions={
        <Button size="s" icon="undo" onClick={() => void importer.forget(id)}>
          {say(messages.remove)}
        </Button>
      }
    />
  );
}
