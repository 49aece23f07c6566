import { useState } from 'react';
import {
  type StormForm as Form,
  rainDepth,
  stormForms,
} from '#simulation/drainage/design-storm.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Button, ChipGroup, Note, Row, Segmented, SelectField, Stack } from '#ui';
import type { DrainageMatch } from '../../contract/drainage.ts';
import { pipesSlice } from '../../state.ts';
import { useQuantity } from '../use-words.ts';
import { messages } from './messages.ts';
import type { Storm } from './use-storm.ts';

interface StormFormProps {
  readonly match: DrainageMatch;
  readonly storm: Storm;
}

const durations = ['15', '30', '60', '120', '180'] as const;
const periods = ['1', '2', '5', '10', '30', '100'] as const;
const FRAME_S = 120;
/** The drains are followed for as long again, and at least an hour. */
const LEAST_AFTER_S = 3600;

/** Which rain, and what is wrong in the drains while it falls. */
export function StormForm({ match, storm }: StormFormProps) {
  const say = useText();
  const quantity = useQuantity();
  const [form, setForm] = useState<Form>('euler-2');
  const [minutes, setMinutes] = useState<(typeof durations)[number]>('60');
  const [years, setYears] = useState<(typeof periods)[number]>('5');
  const [blocked, setBlocked] = useState<readonly string[]>([]);
  const [stoppedPumps, setStopped] = useState<readonly string[]>([]);
  const selected = useSelectedPipe(match.network);
  const durationS = Number(minutes) * 60;
  const start = () =>
    storm.start({
      network: match.network,
      durationS: durationS + Math.max(LEAST_AFTER_S, durationS),
      storm: { form, durationS, returnYears: Number(years), depthM: Number.NaN },
      ...{ blocked, stoppedPumps, frameS: FRAME_S },
    });
  return (
    <Stack gap="m">
      <Segmented
        label={say(messages.form)}
        value={form}
        options={stormForms.map((value) => ({ value, label: say(messages.forms[value]) }))}
        onChange={setForm}
        isWide
      />
      <Row isEven>
        <SelectField
          label={say(messages.duration)}
          value={minutes}
          options={durations.map((value) => ({ value, label: say(messages.minutes(value)) }))}
          onChange={setMinutes}
        />
        <SelectField
          label={say(messages.returnPeriod)}
          value={years}
          options={periods.map((value) => ({
            value,
            label: say(value === '1' ? messages.oneYear : messages.years(value)),
          }))}
          onChange={setYears}
        />
      </Row>
      <Note kind="faint">
        {say(
          messages.depth(
            quantity(rainDepth(durationS, Number(years)) * 1000, 'mm', { decimals: 1 }),
          ),
        )}
      </Note>
      {selected !== undefined && !blocked.includes(selected) ? (
        <Button icon="close" onClick={() => setBlocked([...blocked, selected])}>
          {say(messages.blockSelected(selected))}
        </Button>
      ) : (
        <Note kind="faint">{say(messages.selectPipe)}</Note>
      )}
      {blocked.length > 0 && (
        <ChipGroup
          label={say(messages.blocked)}
          options={blocked.map((value) => ({ value, label: value }))}
          values={blocked}
          onChange={setBlocked}
        />
      )}
      {match.pumps.length > 0 && (
        <ChipGroup
          label={say(messages.stopped)}
          options={match.pumps.map(({ id }) => ({ value: id, label: id }))}
          values={stoppedPumps}
          onChange={setStopped}
        />
      )}
      {storm.progress === undefined ? (
        <Button kind="primary" icon="play" onClick={start} disabled={!storm.canRun}>
          {say(messages.run)}
        </Button>
      ) : (
        <Button icon="close" onClick={storm.stop}>
          {say(messages.stop)}
        </Button>
      )}
    </Stack>
  );
}

/** Id of the pipe of this network that is selected; undefined where none is. */
function useSelectedPipe(network: string): string | undefined {
  const start = `${network}/link/`;
  return useAppState(({ selection }) => {
    const one = selection.find(
      ({ feature, id }) => feature === pipesSlice.id && id.startsWith(start),
    );
    return one?.id.slice(start.length);
  });
}
