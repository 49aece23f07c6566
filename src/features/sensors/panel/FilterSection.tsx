import { type SensorKind, sensorKinds } from '#model/sensor-kind.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Badge, Button, ChipGroup, Note, PropertySection, Stack, TextField } from '#ui';
import { type SensorCounts, statuses } from '../contract.ts';
import { glyphs } from '../layer/glyphs.ts';
import { messages, statusNames } from '../messages.ts';
import { changeFilter, clearFilter, isFiltering, selectSensors } from '../state.ts';
import { statusTones } from './status-tone.ts';

const kinds = Object.keys(sensorKinds) as SensorKind[];
const networks = Object.keys(utilityNetworks) as UtilityNetwork[];

/** Narrows list and map by status, words, kind and network; each choice says how many it would show. */
export function FilterSection({ counts }: { readonly counts: SensorCounts }) {
  const store = useAppStore();
  const say = useText();
  const filter = useAppState((state) => selectSensors(state).filter);
  const chosen = filter.kinds.length + filter.networks.length;
  const isHere = (count: number | undefined, isChosen: boolean) => count !== undefined || isChosen;
  const networksHere = networks.filter((one) =>
    isHere(counts.byNetwork[one], filter.networks.includes(one)),
  );
  return (
    <Stack>
      <ChipGroup
        label={say(messages.status)}
        values={filter.statuses}
        onChange={(values) => changeFilter(store, { statuses: values })}
        options={statuses
          .filter((value) => value !== 'none' || counts.byStatus.none > 0)
          .map((value) => ({
            value,
            label: say(statusNames[value]),
            tone: statusTones[value],
            count: counts.byStatus[value],
          }))}
      />
      <TextField
        label={say(messages.findSensor)}
        isLabelHidden
        icon="search"
        type="search"
        placeholder={say(messages.findHint)}
        value={filter.text}
        onChange={(text) => changeFilter(store, { text })}
      />
      <PropertySection
        title={say(messages.filters)}
        aside={chosen > 0 && <Badge tone="info">{chosen}</Badge>}
        isFree
        isInitiallyOpen={chosen > 0}
      >
        <Stack>
          <Note kind="faint">{say(messages.kind)}</Note>
          <ChipGroup
            label={say(messages.kind)}
            values={filter.kinds}
            onChange={(values) => changeFilter(store, { kinds: values })}
            options={kinds
              .filter((kind) => isHere(counts.byKind[kind], filter.kinds.includes(kind)))
              .map((value) => ({
                value,
                label: say(sensorKinds[value]),
                glyph: glyphs[value],
                count: counts.byKind[value] ?? 0,
              }))}
          />
          {networksHere.length > 0 && (
            <>
              <Note kind="faint">{say(messages.network)}</Note>
              <ChipGroup
                label={say(messages.network)}
                values={filter.networks}
                onChange={(values) => changeFilter(store, { networks: values })}
                options={networksHere.map((value) => ({
                  value,
                  label: say(utilityNetworks[value]),
                  count: counts.byNetwork[value] ?? 0,
                }))}
              />
            </>
          )}
        </Stack>
      </PropertySection>
      {isFiltering(filter) && (
        <Button size="s" kind="quiet" icon="filter-off" onClick={() => clearFilter(store)}>
          {say(messages.clearFilters)}
        </Button>
      )}
    </Stack>
  );
}
