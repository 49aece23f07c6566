import { useRef, useState } from 'react';
import {
  type Coefficient,
  formatCoefficients,
  parseCoefficients,
} from '#simulation/fire/risk/coefficients.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Row, saveText } from '#ui';
import type { RiskTable } from '#workers/fire/client.ts';
import { setCoefficients } from '../../state/change-risk.ts';
import { whatIfMessages as messages } from './messages-what-if.ts';

interface CoefficientActsProps {
  readonly table: RiskTable;
  readonly draft: readonly Coefficient[];
  readonly onDraft: (rows: readonly Coefficient[]) => void;
}

/** Uses, restores, saves and opens the table; says in one sentence why it can't be used. */
export function CoefficientActs({ table, draft, onDraft }: CoefficientActsProps) {
  const say = useText();
  const store = useAppStore();
  const file = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState<string>();
  const text = formatCoefficients(draft);
  const wrong = wrongWith(text);
  const isApplied = text === table.text;
  const problem = unread ?? wrong;

  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      onDraft(parseCoefficients(await chosen.text()));
      setUnread(undefined);
    } catch (error) {
      setUnread(`${chosen.name}: ${sentenceOf(error)}`);
    }
  };
  return (
    <>
      {problem !== undefined && <Banner tone="warning" title={say(messages.wrong(problem))} />}
      <Row gap="s" isWrapping>
        <Button
          kind="primary"
          icon="check"
          disabled={wrong !== undefined || isApplied}
          onClick={() => setCoefficients(store, text === table.ownText ? undefined : text)}
        >
          {say(isApplied ? messages.isApplied : messages.apply)}
        </Button>
        <Button
          icon="undo"
          disabled={!table.isEdited && isApplied}
          onClick={() => {
            onDraft(parseCoefficients(table.ownText));
            setCoefficients(store, undefined);
          }}
        >
          {say(messages.restore)}
        </Button>
        <Button
          icon="download"
          onClick={() => saveText('fire-risk-coefficients.csv', text, 'text/csv')}
        >
          {say(messages.save)}
        </Button>
        <Button icon="upload" onClick={() => file.current?.click()}>
          {say(messages.open)}
        </Button>
      </Row>
      <input
        ref={file}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        aria-label={say(messages.open)}
        hidden
        onChange={({ currentTarget }) => {
          void read(currentTarget.files?.[0]);
          // So that the same file can be opened again after it was mended.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function wrongWith(text: string): string | undefined {
  try {
    parseCoefficients(text);
    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
