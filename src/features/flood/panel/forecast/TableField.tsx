import { useRef } from 'react';
import type { Text } from '#model/text.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Field, Row } from '#ui';
import { forecastMessages as messages } from '../../messages/forecast.ts';
import { paste } from '../../state/forecast.ts';
import styles from '../panel.module.css';

interface TableFieldProps {
  readonly text: string;
  readonly fault: Text | undefined;
}

/** A table of times and values: pasted, typed, dropped on it, or opened. */
export function TableField({ text, fault }: TableFieldProps) {
  const store = useAppStore();
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const open = async (file: File | undefined) => {
    if (file) paste(store, await file.text(), file.name.replace(/\.\w+$/, ''));
  };
  return (
    <>
      <Field
        label={say(messages.pasted)}
        hint={say(messages.pastedHint)}
        error={fault && say(fault)}
      >
        {(control) => (
          <textarea
            {...control}
            className={styles.table}
            value={text}
            placeholder={say(messages.example)}
            spellCheck={false}
            onChange={({ currentTarget }) => paste(store, currentTarget.value)}
            onDrop={(event) => {
              const [file] = event.dataTransfer.files;
              if (!file) return;
              event.preventDefault();
              void open(file);
            }}
          />
        )}
      </Field>
      <Row>
        <Button icon="upload" onClick={() => input.current?.click()}>
          {say(messages.file)}
        </Button>
      </Row>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.dat,text/csv,text/plain"
        aria-label={say(messages.file)}
        hidden
        onChange={({ currentTarget }) => {
          void open(currentTarget.files?.[0]);
          // So that the same file can be opened again after it was mended.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
