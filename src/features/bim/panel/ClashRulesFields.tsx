import { disciplineIds, disciplines } from '#model/discipline.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { ChipGroup, NumberField, Row, SelectField, Stack, Toggle } from '#ui';
import type { ClashRules, ClashSide } from '../contract/clash.ts';
import { checkMessages as messages } from '../messages/checks.ts';
import { pipeSources } from '../session/pipe-sources.ts';
import { useModels } from './use-line.ts';

interface ClashRulesFieldsProps {
  readonly rules: ClashRules;
  readonly onChange: (rules: ClashRules) => void;
}

const PIPES = ' pipes';
const MOST_MM = 5000;
/** Rooms are in nobody's way. */
const offered = disciplineIds.filter((id) => id !== 'space');

/** What is held against what, and how near they may come. */
export function ClashRulesFields({ rules, onChange }: ClashRulesFieldsProps) {
  const say = useText();
  const change = (part: Partial<ClashRules>) => onChange({ ...rules, ...part });
  return (
    <Stack>
      <SideFields label={say(messages.of)} side={rules.a} onChange={(a) => change({ a })} />
      <SideFields label={say(messages.with)} side={rules.b} onChange={(b) => change({ b })} />
      <Row isEven>
        <NumberField
          label={say(messages.tolerance)}
          value={Math.round(rules.toleranceM * 1000)}
          unit="mm"
          min={1}
          max={MOST_MM}
          onChange={(value) => change({ toleranceM: (value ?? 1) / 1000 })}
        />
        <NumberField
          label={say(messages.clearance)}
          value={Math.round(rules.clearanceM * 1000)}
          unit="mm"
          min={0}
          max={MOST_MM}
          onChange={(value) => change({ clearanceM: (value ?? 0) / 1000 })}
        />
      </Row>
      <Toggle
        label={say(messages.ignoreJoins)}
        hint={say(messages.ignoreJoinsHint)}
        checked={rules.ignoreJoins}
        onChange={(ignoreJoins) => change({ ignoreJoins })}
      />
    </Stack>
  );
}

interface SideFieldsProps {
  readonly label: string;
  readonly side: ClashSide;
  readonly onChange: (side: ClashSide) => void;
}

function SideFields({ label, side, onChange }: SideFieldsProps) {
  const say = useText();
  const models = useModels();
  const hasPipes = useAppState(({ city }) => pipeSources(city).length > 0);
  return (
    <>
      <SelectField
        label={label}
        value={side.kind === 'pipes' ? PIPES : side.model}
        options={[
          ...models.map(({ source }) => ({ value: source.id, label: source.name })),
          ...(hasPipes ? [{ value: PIPES, label: say(messages.pipes) }] : []),
        ]}
        onChange={(value) =>
          onChange(
            value === PIPES
              ? { kind: 'pipes', collections: [] }
              : { kind: 'model', model: value, disciplines: [] },
          )
        }
      />
      {side.kind === 'model' && (
        <ChipGroup
          label={say(messages.disciplinesOf(label))}
          options={offered.map((value) => ({ value, label: say(disciplines[value]) }))}
          values={side.disciplines}
          onChange={(chosen) => onChange({ ...side, disciplines: chosen })}
        />
      )}
    </>
  );
}
