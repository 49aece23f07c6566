import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Note, PropertySection, Segmented, SelectField, Stack } from '#ui';
import { airQuantities } from '../../contract/smoke.ts';
import { airNames } from '../../messages/look.ts';
import { changeLook, selectFire } from '../../state.ts';
import { useShownFire } from '../use-fire.ts';
import { AirLegend } from './AirLegend.tsx';
import { Cautions } from './AirNotes.tsx';
import { FireSmoke } from './FireSmoke.tsx';
import { messages } from './messages.ts';
import { NewRelease } from './NewRelease.tsx';
import { ReleaseList } from './ReleaseList.tsx';
import { useSmokeReport } from './use-air.ts';

/** Releases and explosions with what they reach, and the smoke of the shown fire in full. */
export default function SmokeTool() {
  const say = useText();
  const fire = useShownFire();
  return (
    <Stack gap="m">
      <strong>{say(messages.releases)}</strong>
      <ReleaseList />
      <NewRelease />
      {fire ? <SmokeOfFire /> : <Note kind="faint">{say(messages.noFire)}</Note>}
    </Stack>
  );
}

function SmokeOfFire() {
  const say = useText();
  const store = useAppStore();
  const { air, band } = useAppState((state) => selectFire(state).look);
  const report = useSmokeReport();
  return (
    <>
      <PropertySection title={say(messages.section)} isFree>
        <Stack gap="s">
          <SelectField
            label={say(messages.quantity)}
            value={air}
            options={(['none', ...airQuantities] as const).map((value) => ({
              ...{ value, label: say(airNames[value]) },
            }))}
            onChange={(next) => changeLook(store, { air: next })}
          />
          <Segmented
            label={say(messages.band)}
            value={band}
            options={(['low', 'middle', 'high'] as const).map((value) => ({
              ...{ value, label: say(messages[value]) },
            }))}
            onChange={(next) => changeLook(store, { band: next })}
            isWide
          />
          {air !== 'none' && <AirLegend quantity={air} />}
          <FireSmoke isShort={false} />
        </Stack>
      </PropertySection>
      {report && <Cautions report={report} />}
    </>
  );
}
