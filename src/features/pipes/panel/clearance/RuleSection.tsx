import { useText } from '#store/use-store.tsx';
import { Button, Note, NumberField, PropertySection, Row, Stack } from '#ui';
import type { ClearanceRule, CoverRule, RuleTable } from '../../contract/clearance.ts';
import { ruleTables } from '../../kernel/clearance/rules.ts';
import { groupNames, messages } from './messages.ts';

interface RuleSectionProps {
  readonly table: RuleTable;
  readonly onChange: (table: RuleTable) => void;
}

/** Every figure with where it comes from; an empty field asks for nothing. */
export function RuleSection({ table, onChange }: RuleSectionProps) {
  const say = useText();
  const own = { source: say(messages.own), isToBeConfirmed: false };
  const known = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? undefined : value;
  const change = (at: number, part: Partial<ClearanceRule>) =>
    onChange({
      ...table,
      clearances: table.clearances.map((rule, row) =>
        row === at ? { ...rule, ...part, ...own } : rule,
      ),
    });
  const cover = (at: number, coverM: number) =>
    onChange({
      ...table,
      covers: table.covers.map(
        (rule, row): CoverRule => (row === at ? { ...rule, coverM, ...own } : rule),
      ),
    });
  const from = ({ source, isToBeConfirmed }: Pick<CoverRule, 'source' | 'isToBeConfirmed'>) =>
    isToBeConfirmed ? `${source} · ${say(messages.confirm)}` : source;
  return (
    <PropertySection title={say(messages.table)} isFree isInitiallyOpen={false}>
      <Stack gap="m">
        <Note kind="faint">{say(messages.confirmWhy)}</Note>
        <Button
          size="s"
          onClick={() => {
            const original = ruleTables.find(({ id }) => id === table.id);
            if (original) onChange(original);
          }}
        >
          {say(messages.reset)}
        </Button>
        {table.clearances.map((rule, at) => (
          <Stack key={`${rule.a}/${rule.b}`} gap="s">
            <Note>{`${say(groupNames[rule.a])} – ${say(groupNames[rule.b])}`}</Note>
            <Row gap="s" isEven>
              <NumberField
                label={say(messages.horizontal)}
                value={known(rule.horizontalM)}
                min={0}
                step={0.1}
                decimals={2}
                onChange={(value) => change(at, { horizontalM: value ?? Number.NaN })}
              />
              <NumberField
                label={say(messages.vertical)}
                value={known(rule.verticalM)}
                min={0}
                step={0.05}
                decimals={2}
                onChange={(value) => change(at, { verticalM: value ?? Number.NaN })}
              />
            </Row>
            <Note kind="faint">{from(rule)}</Note>
          </Stack>
        ))}
        {table.covers.map((rule, at) => (
          <NumberField
            key={rule.group}
            label={`${say(messages.cover)}: ${say(groupNames[rule.group])}`}
            value={known(rule.coverM)}
            min={0}
            step={0.1}
            decimals={2}
            hint={from(rule)}
            onChange={(value) => cover(at, value ?? Number.NaN)}
          />
        ))}
      </Stack>
    </PropertySection>
  );
}
