import { useMemo, useState } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import {
  Button,
  EmptyState,
  ErrorState,
  formatNumber,
  Note,
  Progress,
  PropertySection,
  Row,
  SelectField,
  Stack,
  saveBlob,
  useKit,
} from '#ui';
import { type FindingKind, findingKinds, type RuleTable } from '../../contract/clearance.ts';
import { ruleTables } from '../../kernel/clearance/rules.ts';
import { selectPipes } from '../../state.ts';
import { useLine } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { FindingTable } from './FindingTable.tsx';
import { kindNames, messages } from './messages.ts';
import { RuleSection } from './RuleSection.tsx';
import { type Check, useCheck, useFindings } from './use-check.ts';

const [firstTable] = ruleTables;

/** Checks all networks against a table of rules that the operator may change. */
export default function ClearanceTool() {
  const say = useText();
  const { hidden } = useAppState(selectPipes).look;
  const [table, setTable] = useState<RuleTable | undefined>(firstTable);
  const { check, run, stop } = useCheck();
  if (!table) return null;
  return (
    <Stack gap="s">
      <SelectField
        label={say(messages.tables)}
        value={table.id}
        options={ruleTables.map(({ id, name }) => ({ value: id, label: say(name) }))}
        onChange={(id) => setTable(ruleTables.find((one) => one.id === id) ?? table)}
      />
      <Row gap="s" isWrapping>
        {check.state === 'running' ? (
          <Button icon="close" onClick={stop}>
            {say(messages.stop)}
          </Button>
        ) : (
          <Button kind="primary" icon="ruler" onClick={() => void run(table, hidden)}>
            {say(check.state === 'none' ? messages.check : messages.again)}
          </Button>
        )}
      </Row>
      <Outcome check={check} />
      <RuleSection table={table} onChange={setTable} />
    </Stack>
  );
}

function Outcome({ check }: { readonly check: Check }) {
  const say = useText();
  const { language } = useKit();
  const line = useLine();
  const [kind, setKind] = useState<FindingKind>();
  const { total, rows } = useFindings(check, kind);
  const marks = useMemo(
    () => ({
      marked: Uint32Array.from(
        rows.flatMap(({ aIndex, bIndex }) => (bIndex < 0 ? [aIndex] : [aIndex, bIndex])),
      ),
    }),
    [rows],
  );
  useToolMarks(marks);
  const whole = (value: number) => formatNumber(value, language, { decimals: 0 });
  if (check.failure !== undefined) {
    return <ErrorState title={say(messages.failed)}>{check.failure}</ErrorState>;
  }
  if (check.state === 'none') {
    return (
      <EmptyState icon="ruler" title={say(messages.start)}>
        {say(messages.startWhy)}
      </EmptyState>
    );
  }
  if (check.state === 'running') {
    return (
      <Progress
        label={say(messages.running(`${whole(check.share * 100)} %`))}
        value={check.share}
      />
    );
  }
  const sum = findingKinds.reduce((all, one) => all + check.counts[one], 0);
  const save = async () => {
    const bytes = await line?.call('clearanceTable', { kind });
    if (bytes) saveBlob('clearances.csv', new Blob([new Uint8Array(bytes)], { type: 'text/csv' }));
  };
  return (
    <Stack gap="s">
      {check.state === 'stopped' && <Note>{say(messages.stopped)}</Note>}
      <Note>{say(messages.done(whole(check.pipes), whole(check.pairs)))}</Note>
      <SelectField
        label={say(messages.kind)}
        value={kind ?? 'all'}
        options={[
          { value: 'all', label: `${say(messages.all)} (${whole(sum)})` },
          ...findingKinds.map((one) => ({
            value: one,
            label: `${say(kindNames[one])} (${whole(check.counts[one])})`,
          })),
        ]}
        onChange={(next) => setKind(findingKinds.find((one) => one === next))}
      />
      {total === 0 ? (
        <Note>{say(sum === 0 ? messages.none : messages.noneOfKind)}</Note>
      ) : (
        <>
          <FindingTable rows={rows} />
          <PropertySection
            title={say(messages.showing(whole(rows.length), whole(total)))}
            isFree
            isInitiallyOpen
          >
            <Button size="s" icon="download" onClick={() => void save()}>
              {say(messages.csv)}
            </Button>
          </PropertySection>
        </>
      )}
    </Stack>
  );
}
