import { nameOfUse } from '#model/use-names.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { ChipGroup, Note, PropertySection, Stack, TextField, Toggle } from '#ui';
import { riskClassNames } from '../../kernel/colours/scales.ts';
import { askRisk } from '../../state/change-risk.ts';
import { selectFire } from '../../state.ts';
import { messages } from './messages.ts';
import { useRiskFrame } from './use-risk.ts';

const levels = ['5', '4', '3', '2', '1'] as const;

/** Which buildings the list is of: by words, class, use, and whether a detector raises them now. */
export function ListFilters({ uses }: { readonly uses: readonly string[] }) {
  const say = useText();
  const store = useAppStore();
  const query = useAppState((state) => selectFire(state).risk.query);
  const summary = useRiskFrame()?.summary;
  return (
    <Stack gap="s">
      <TextField
        label={say(messages.find)}
        icon="search"
        value={query.text}
        onChange={(text) => askRisk(store, { text })}
      />
      <Toggle
        label={say(messages.onlyRaised)}
        checked={query.onlyRaised}
        onChange={(onlyRaised) => askRisk(store, { onlyRaised })}
      />
      <div>
        <Note kind="faint">{say(messages.classes)}</Note>
        <ChipGroup
          label={say(messages.classes)}
          options={levels.map((value) => ({
            value,
            label: say(riskClassNames[Number(value) - 1] ?? { en: value, zh: value }),
            ...(summary && { count: summary.classes[Number(value) - 1] ?? 0 }),
          }))}
          values={levels.filter((level) => query.classes.includes(Number(level)))}
          onChange={(chosen) => askRisk(store, { classes: chosen.map(Number) })}
        />
      </div>
      {uses.length > 1 && (
        <PropertySection
          title={say(messages.uses)}
          aside={query.uses.length > 0 ? query.uses.length : undefined}
          isFree
          isInitiallyOpen={query.uses.length > 0}
        >
          <ChipGroup
            label={say(messages.uses)}
            options={uses.map((value) => ({ value, label: say(nameOfUse(value)) }))}
            values={query.uses}
            onChange={(chosen) => askRisk(store, { uses: chosen })}
          />
        </PropertySection>
      )}
    </Stack>
  );
}
