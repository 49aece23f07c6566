import { useState } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { Banner, EmptyState, Note, Skeleton, Stack, TextField } from '#ui';
import type { RiskTable } from '#workers/fire/client.ts';
import { selectFire } from '../../state.ts';
import { CoefficientActs } from './CoefficientActs.tsx';
import { CoefficientGroups } from './CoefficientGroups.tsx';
import { messages } from './messages.ts';
import { whatIfMessages } from './messages-what-if.ts';
import { useRiskAnswer } from './use-risk.ts';

/** Every figure of the model with its source, to be edited; nothing is computed by it before it is applied. */
export function CoefficientsTab() {
  const say = useText();
  // Where the table in use changed, it is asked for anew.
  const inUse = useAppState((state) => selectFire(state).risk.coefficients);
  const { answer, failure } = useRiskAnswer('coefficients', undefined);
  if (failure) return <Banner tone="warning" title={say(messages.failed(failure))} />;
  if (!answer) return <Skeleton lines={6} />;
  return <Editor key={inUse ?? ''} table={answer} />;
}

function Editor({ table }: { readonly table: RiskTable }) {
  const say = useText();
  const [draft, setDraft] = useState(table.rows);
  const [text, setText] = useState('');
  const words = text.trim().toLowerCase();
  const shown = draft.filter(
    ({ name, source }) =>
      words === '' || name.toLowerCase().includes(words) || source.toLowerCase().includes(words),
  );
  return (
    <Stack gap="s">
      <Note>{say(whatIfMessages.table)}</Note>
      <CoefficientActs table={table} draft={draft} onDraft={setDraft} />
      <TextField
        label={say(whatIfMessages.findRow)}
        icon="search"
        value={text}
        onChange={setText}
      />
      {shown.length === 0 && <EmptyState icon="search" title={say(whatIfMessages.nothingLike)} />}
      <CoefficientGroups
        key={words === '' ? 'all' : 'some'}
        rows={shown}
        isOpen={words !== ''}
        onChange={(row) =>
          setDraft((rows) => rows.map((one) => (one.name === row.name ? row : one)))
        }
      />
    </Stack>
  );
}
