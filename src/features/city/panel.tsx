import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Badge, Note, Progress, PropertySection, Stack, Toggle } from '#ui';
import { messages } from './messages.ts';
import { ColourSection } from './panel/ColourSection.tsx';
import { FilterSection } from './panel/FilterSection.tsx';
import { HiddenSection } from './panel/HiddenSection.tsx';
import { selectIsAllBuildings } from './state/attributes.ts';
import { selectCity, setXray } from './state.ts';

/** The body of the buildings' card: how many there are, and how they look. */
export default function CityPanel() {
  const store = useAppStore();
  const say = useText();
  const colourBy = useAppState((state) => selectCity(state).colourBy);
  const filters = useAppState((state) => selectCity(state).filters.length);
  const hidden = useAppState((state) => selectCity(state).hidden.length);
  const isXray = useAppState((state) => selectCity(state).xray);
  return (
    <Stack>
      <Counts />
      <PropertySection title={say(messages.colour)} isFree isInitiallyOpen={colourBy !== undefined}>
        <ColourSection />
      </PropertySection>
      <PropertySection
        title={say(messages.filters)}
        aside={filters > 0 && <Badge tone="info">{filters}</Badge>}
        isFree
        isInitiallyOpen={filters > 0}
      >
        <FilterSection />
      </PropertySection>
      {hidden > 0 && (
        <PropertySection
          title={say(messages.hidden)}
          aside={<Badge>{hidden}</Badge>}
          isFree
          isInitiallyOpen={false}
        >
          <HiddenSection />
        </PropertySection>
      )}
      <Toggle
        label={say(messages.xray)}
        hint={say(messages.xrayHint)}
        checked={isXray}
        onChange={(on) => setXray(store, on)}
      />
    </Stack>
  );
}

function Counts() {
  const say = useText();
  const count = useAppState((state) => selectCity(state).report.count);
  const matching = useAppState((state) => selectCity(state).report.matching);
  const loading = useAppState((state) => selectCity(state).report.loading);
  const isAllBuildings = useAppState(selectIsAllBuildings);
  return (
    <Stack gap="s">
      <div role="status">
        {count !== undefined && (
          <Note kind="number">
            {say(
              matching === undefined || matching === count
                ? (isAllBuildings ? messages.buildings : messages.objects)(count)
                : messages.matching(matching, count),
            )}
          </Note>
        )}
      </div>
      {loading && (
        <Progress
          label={say(messages.loadingFile)}
          value={loading.totalBytes && loading.loadedBytes / loading.totalBytes}
          detail={`${(loading.loadedBytes / 1e6).toFixed(1)} MB`}
        />
      )}
    </Stack>
  );
}
