import { useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  NumberField,
  PropertySection,
  Segmented,
  SelectField,
  Stack,
  TextField,
} from '#ui';
import { type ReleaseScenario, releaseKinds } from '../../contract/smoke.ts';
import { substanceOf, substancesFor } from '../../kernel/substances.ts';
import { changeRelease, editRelease, usualAmounts } from '../../state/releases.ts';
import { AirFields } from './AirFields.tsx';
import { kindNames, messages } from './messages.ts';
import styles from './smoke.module.css';

/** What happens, what of it and how much: the rest is usual until a person knows better. */
export function ReleaseForm({ release }: { readonly release: ReleaseScenario }) {
  const store = useAppStore();
  const say = useText();
  const { id, kind, name, substance } = release;
  const set = (part: Partial<ReleaseScenario>) => changeRelease(store, id, part);
  return (
    <div className={styles.form}>
      <Stack gap="s">
        <SelectField
          label={say(messages.kind)}
          value={kind}
          options={releaseKinds.map((value) => ({ value, label: say(kindNames[value]) }))}
          onChange={(next) => set({ kind: next })}
        />
        <SelectField
          label={say(messages.substance)}
          value={substance}
          options={substancesFor(kind).map(({ key, name: word, formula }) => ({
            value: key,
            label: formula ? `${say(word)} (${formula})` : say(word),
          }))}
          hint={say(messages.figures(sourceText(substance, say(messages.recalled))))}
          onChange={(next) => set({ substance: next })}
        />
        <Amounts release={release} onChange={set} />
        <PropertySection title={say(messages.moreFields)} isFree isInitiallyOpen={false}>
          <Stack gap="s">
            <TextField
              label={say(messages.name)}
              value={name}
              onChange={(next) => set({ name: next })}
            />
            <AirFields release={release} onChange={set} />
          </Stack>
        </PropertySection>
        <Button kind="primary" icon="check" onClick={() => editRelease(store, '')}>
          {say(messages.done)}
        </Button>
      </Stack>
    </div>
  );
}

const sourceText = (key: string, recalled: string): string => {
  const source = substanceOf(key)?.source ?? '';
  return source === 'recalled' ? recalled : source;
};

interface AmountsProps {
  readonly release: ReleaseScenario;
  readonly onChange: (part: Partial<ReleaseScenario>) => void;
}

function Amounts({ release, onChange }: AmountsProps) {
  const say = useText();
  const { kind, rateKgS, massKg, durationS, diameterM } = release;
  const isHeavy = kind === 'dense-gas';
  const isSteady = kind === 'plume' || (isHeavy && rateKgS > 0);
  return (
    <>
      {isHeavy && (
        <Segmented
          label={say(messages.way)}
          value={isSteady ? 'steadily' : 'atOnce'}
          options={[
            { value: 'steadily', label: say(messages.steadily) },
            { value: 'atOnce', label: say(messages.atOnce) },
          ]}
          onChange={(way) =>
            onChange(
              way === 'steadily'
                ? { rateKgS: usualAmounts[kind].rateKgS, massKg: 0 }
                : { rateKgS: 0, massKg: 1000 },
            )
          }
          isWide
        />
      )}
      <div className={styles.pair}>
        {isSteady ? (
          <>
            <Amount
              {...{ label: say(messages.rate), unit: 'kg/s', value: rateKgS, decimals: 3 }}
              onChange={(value) => value > 0 && onChange({ rateKgS: value })}
            />
            <Amount
              {...{ label: say(messages.duration), unit: say(messages.minutes) }}
              value={durationS / 60}
              onChange={(value) => value > 0 && onChange({ durationS: value * 60 })}
            />
          </>
        ) : (
          <Amount
            {...{ label: say(messages.mass), unit: 'kg', value: massKg }}
            onChange={(value) => onChange({ massKg: value })}
          />
        )}
        {kind === 'pool-fire' && (
          <Amount
            {...{ label: say(messages.diameter), unit: 'm', value: diameterM }}
            onChange={(value) => onChange({ diameterM: value })}
          />
        )}
      </div>
    </>
  );
}

interface AmountProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly decimals?: number;
  readonly onChange: (value: number) => void;
}

function Amount({ label, unit, value, decimals = 1, onChange }: AmountProps) {
  return (
    <NumberField
      {...{ label, unit, value, decimals, min: 0 }}
      onChange={(next) => next !== undefined && next >= 0 && onChange(next)}
    />
  );
}
