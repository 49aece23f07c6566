import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Button, IconButton, ItemList, ItemRow, Note, NumberField, Stack } from '#ui';
import type { TraceBackResult } from '../../contract/analyses.ts';
import { AnalysisState } from '../analysis/AnalysisState.tsx';
import { useAnalysis, useWaterMoment } from '../analysis/use-analysis.ts';
import { useSelectedElement } from '../analysis/use-water.ts';
import { useMoment } from '../use-words.ts';
import { CandidateTable } from './CandidateTable.tsx';
import { messages } from './messages.ts';

const HOUR_S = 3600;

interface Complaint {
  readonly node: string;
  readonly atMs: number;
}

/** Places where people complained, at the shown time; then where it may have come from. */
export function TraceBackForm({ network }: { readonly network: string | undefined }) {
  const say = useText();
  const writeMoment = useMoment();
  const analysis = useAnalysis<TraceBackResult>('pipes/analysis/trace-back');
  const moment = useWaterMoment(network);
  const selected = useSelectedElement(network);
  const [complaints, setComplaints] = useState<readonly Complaint[]>([]);
  const [hours, setHours] = useState<number | undefined>(24);
  const canAdd = selected !== undefined && selected.kind !== 'valve';
  const add = () => {
    if (selected) setComplaints([...complaints, { node: selected.id, atMs: moment().atMs }]);
  };
  const run = () => {
    const last = Math.max(...complaints.map(({ atMs }) => atMs));
    const request = {
      ...{ ...moment(), atMs: last, historyS: (hours ?? 24) * HOUR_S, spellS: 2 * HOUR_S },
      complaints: complaints.map((one) => ({ ...one, withinS: HOUR_S / 2 })),
    };
    analysis.start((line, signal) => line.stream('traceBack', request, { signal }));
  };
  const result = analysis.result?.network === network ? analysis.result : undefined;
  return (
    <Stack gap="m">
      {complaints.length === 0 && <Note kind="faint">{say(messages.noComplaints)}</Note>}
      <ItemList label={say(messages.complaints)}>
        {complaints.map((one, at) => (
          <ItemRow
            key={`${one.node} ${one.atMs}`}
            lead="droplet"
            name={one.node}
            details={[writeMoment(one.atMs)]}
            actions={
              <IconButton
                icon="close"
                size="s"
                label={say(messages.remove)}
                onClick={() => setComplaints(complaints.filter((_, other) => other !== at))}
              />
            }
          />
        ))}
      </ItemList>
      <Button icon="plus" onClick={add} disabled={!canAdd}>
        {say(messages.add)}
      </Button>
      <NumberField
        {...{ label: say(messages.backHours), value: hours, onChange: setHours, unit: 'h' }}
        {...{ min: 1, max: 72, decimals: 0 }}
      />
      <AnalysisState analysis={analysis} isReady={complaints.length > 0} onRun={run} />
      {result && <CandidateTable result={result} />}
    </Stack>
  );
}
