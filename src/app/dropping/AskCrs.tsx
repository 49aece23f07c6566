import { useState } from 'react';
import { parseCrs } from '#model/crs-parse.ts';
import type { DroppingState } from '#store/dropping.ts';
import { useText } from '#store/use-store.tsx';
import { Button, Dialog, Stack, TextField } from '#ui';
import { useParts } from '../parts.tsx';
import { messages } from './messages.ts';

/** Asks for the coordinate system that a file doesn't name. */
export default function AskCrs({ name, sentence }: Extract<DroppingState, { kind: 'asking-crs' }>) {
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
