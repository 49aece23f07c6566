import { useState } from 'react';
import type { Coefficient } from '#simulation/fire/risk/coefficients.ts';
import { useText } from '#store/use-store.tsx';
import { Banner, EmptyState, Note, Skeleton, Stack, TextField } from '#ui';
import type { RiskTable } from '#workers/fire/client.ts';
import { CoefficientActs } from './CoefficientActs.tsx';
import { CoefficientGroups } from './CoefficientGroups.tsx';
import { messages } from './messages.ts';
import { whatIfMessages } from './messages-what-if.ts';
import { useRiskAnswer } from './use-risk.ts';

/** Every figure of the model with its source, to be edited; nothing is computed by it before it is applied. */
export function CoefficientsTab() {
  const say = useText();
  const { answer, failure } = useRiskAnswer('coefficients', undefined);
  if (failure) return <Banner tone="warning" title={say(messages.failed(failure))} />;
  if (!answer) return <Skeleton lines={6} />;
  return <Editor table={answer} />;
}

function Editor({ table }: { readonly table: RiskTable }) {
  const say = useText();
  // The table in use, until somebody changes a figure.
  const [edited, setEdited] = useState<readonly Coefficient[]>();
  const draft = edited ?? table.rows;
  const [text, setText] = useState('');
  const words = text.trim().toLowerCase();
  const shown = draft.filter(
    ({ name, source }) =>
      words === '' || name.toLowerCase().includes(words) || source.toLowerCase().includes(words),
  );
  return (
    <Stack gap="s">
      <Note>{say(whatIfMessages.table)}</Note>
      <CoefficientActs table={table} draft={draft} onDraft={setEdited} />
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
        onChange={(row) => setEdited(draft.map((one) => (one.name === row.name ? row : one)))}
      />
    </Stack>
  );
}
