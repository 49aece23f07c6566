import { lazy, Suspense } from 'react';
import type { DroppingState } from '#store/dropping.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Button, Dialog, DropZone, Progress } from '#ui';
import { useParts } from '../parts.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { messages } from './messages.ts';

// The projections behind it weigh as much as all other words of the shell.
const AskCrs = lazy(() => import('./AskCrs.tsx'));
const NetworkDialog = lazy(async () => {
  const { NetworkDialog: component } = await import('./networks/NetworkDialog.tsx');
  return { default: component };
});

/** Takes files dropped anywhere and shows how far they are. */
export function Dropping() {
  const { importer } = useParts();
  const say = useText();
  const dropping = useAppState((state) => state.dropping);
  return (
    <>
      <DropZone
        title={say(messages.dropHere)}
        hint={say(messages.formats)}
        onEnter={importer.prepare}
        onFiles={(files) => void importer.take(files)}
      />
      <Step dropping={dropping} />
    </>
  );
}

function Step({ dropping }: { readonly dropping: DroppingState }) {
  switch (dropping.kind) {
    case 'idle':
    case 'shown':
    case 'joining':
    case 'joined':
      return null;
    case 'choosing':
      return <ChooseFile />;
    case 'converting':
      return <Converting {...dropping} />;
    case 'asking-crs':
      return (
        <Suspense>
          <AskCrs {...dropping} />
        </Suspense>
      );
    case 'network':
      return (
        <Suspense>
          <NetworkDialog name={dropping.name} />
        </Suspense>
      );
    case 'failed':
      return <Failed {...dropping} />;
  }
}

function Converting({ name, stage, share }: Extract<DroppingState, { kind: 'converting' }>) {
  const { importer } = useParts();
  const say = useText();
  return (
    <Dialog
      isOpen
      title={say(messages.converting(name))}
      onClose={importer.dismiss}
      actions={<Button onClick={importer.dismiss}>{say(messages.cancel)}</Button>}
    >
      <Progress label={say(messages.stages[stage])} value={share} />
    </Dialog>
  );
}

function Failed({ name, sentence }: Extract<DroppingState, { kind: 'failed' }>) {
  const { importer } = useParts();
  const say = useText();
  return (
    <Dialog
      isOpen
      title={say(messages.failed(name))}
      onClose={importer.dismiss}
      actions={<Button onClick={importer.dismiss}>{say(messages.close)}</Button>}
    >
      <p>{sentence}</p>
    </Dialog>
  );
}
