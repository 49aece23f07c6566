import type { ReactNode } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Heading, Note, Row, SelectField, Skeleton, Stack } from '#ui';
import { wildlandMaps } from '../../contract/wildland.ts';
import { beginPointing } from '../../state/pointing.ts';
import { clearWildland } from '../../state/wildland.ts';
import { changeLook, selectFire } from '../../state.ts';
import { lookAt } from '../look-at.ts';
import { ChancePart } from './ChancePart.tsx';
import { GrowthTable } from './GrowthTable.tsx';
import { HousesPart } from './HousesPart.tsx';
import { MapLegend } from './MapLegend.tsx';
import { mapNames, wildlandWords as words } from './messages.ts';
import { RankTable } from './RankTable.tsx';
import { useWildland, useWildlandDesk, useWrite } from './use-wildland.ts';
import { WeatherFields } from './WeatherFields.tsx';

/** What grass, shrubs and woods do in this weather; a fire that is lit there, and where it comes to. */
export default function WildlandTool() {
  const store = useAppStore();
  const say = useText();
  const desk = useWildlandDesk();
  const { ignitions } = useWildland();
  const [first] = ignitions;
  const hasFire = first !== undefined;
  return (
    <Stack>
      <Row gap="s" isWrapping>
        <Button
          kind={hasFire ? 'secondary' : 'danger'}
          icon="flame"
          onClick={() => beginPointing(store, 'wildland')}
        >
          {say(hasFire ? words.another : words.light)}
        </Button>
        {first && (
          <Button icon="target" onClick={() => lookAt(store, first)}>
            {say(words.show)}
          </Button>
        )}
        {hasFire && (
          <Button icon="close" onClick={() => clearWildland(store)}>
            {say(words.clear)}
          </Button>
        )}
      </Row>
      {(desk === undefined || desk.phase === 'reading') && <Note>{say(words.reading)}</Note>}
      {desk?.phase === 'computing' && <Note>{say(words.computing)}</Note>}
      {desk?.phase === 'failed' && (
        <Banner tone="serious" title={say(words.failed)}>
          {desk.problem}
        </Banner>
      )}
      <MapChoice />
      {desk?.result ? <Told /> : <Skeleton lines={5} />}
      <Part title={say(words.weather)}>
        <WeatherFields />
      </Part>
      <Part title={say(words.chance)}>
        <ChancePart />
      </Part>
      <Note kind="faint">{say(words.limits)}</Note>
    </Stack>
  );
}

function MapChoice() {
  const store = useAppStore();
  const say = useText();
  const map = useAppState((state) => selectFire(state).look.wildland);
  return (
    <Stack gap="s">
      <SelectField
        label={say(words.map)}
        value={map}
        options={(['none', ...wildlandMaps] as const).map((value) => ({
          ...{ value, label: say(mapNames[value]) },
        }))}
        onChange={(wildland) => changeLook(store, { wildland })}
      />
      <MapLegend />
    </Stack>
  );
}

function Told() {
  const say = useText();
  const write = useWrite();
  const desk = useWildlandDesk();
  const result = desk?.result;
  if (!result) return null;
  const { h1, liveHerb, liveWood } = result.moisture;
  return (
    <>
      {result.growth.length > 0 && (
        <Part title={say(words.growth)}>
          <GrowthTable result={result} />
        </Part>
      )}
      {result.growth.length > 0 && (
        <Part title={say(words.houses)}>
          <HousesPart result={result} />
        </Part>
      )}
      <Part title={say(words.ranks)}>
        <RankTable result={result} />
      </Part>
      <Note kind="faint">
        {[
          say(words.moisture(write.percent(h1), write.percent(liveHerb), write.percent(liveWood))),
          ...result.assumptions.map((text) => `${say(words.assumed)}: ${say(text)}`),
        ].join('. ')}
      </Note>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap="s">
      <Heading level={4}>{title}</Heading>
      {children}
    </Stack>
  );
}
