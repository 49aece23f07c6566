import { lazy, Suspense, useState } from 'react';
import { parseCrs } from '#model/crs-parse.ts';
import type { DroppingState } from '#store/dropping.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Button, Dialog, DropZone, Progress, Stack, TextField } from '#ui';
import { useParts } from '../parts.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { messages } from './messages.ts';

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
      return <AskCrs {...dropping} />;
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

function AskCrs({ name, sentence }: Extract<DroppingState, { kind: 'asking-crs' }>) {
  const { importer } = useParts();
  const say = useText();
  const [crs, setCrs] = useState('');
  const parsed = crs.trim() === '' ? undefined : parseCrs(crs);
  const suggestions = [...sentence.matchAll(/((?:EPSG|OGC):\w+) \(([^)]+)\)/g)];
  return (
    <Dialog
      isOpen
      title={say(messages.askCrs)}
      onClose={importer.dismiss}
      actions={
        <>
          <Button onClick={importer.dismiss}>{say(messages.cancel)}</Button>
          <Button
            kind="primary"
            disabled={!parsed?.ok}
            onClick={() => void importer.answerCrs(crs)}
          >
            {say(messages.place)}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{say(messages.askCrsWhy(name))}</p>
        {suggestions.map(([, code = '', place = '']) => (
          <Button key={code} onClick={() => void importer.answerCrs(code)}>
            {`${code} · ${place}`}
          </Button>
        ))}
        <TextField
          label={say(messages.crs)}
          value={crs}
          onChange={setCrs}
          placeholder="EPSG:25832"
          hint={say(messages.crsHint)}
          error={parsed && !parsed.ok ? parsed.reason : undefined}
        />
      </Stack>
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
