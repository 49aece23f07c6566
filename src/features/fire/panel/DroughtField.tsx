import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, NumberField } from '#ui';
import type { AirOfScenario } from '../contract.ts';
import { CURED_DC, GREEN_DC } from '../kernel/drought.ts';
import { droughtMessages as messages } from '../messages/drought.ts';
import { setDrought } from '../state/steer.ts';
import { selectFire } from '../state.ts';
import { useCount, useMomentText } from './use-fire.ts';

/** How far lawns have dried: as measured noons led to it, or as a person says. */
export function DroughtField({ air }: { readonly air: AirOfScenario }) {
  const store = useAppStore();
  const say = useText();
  const count = useCount();
  const moment = useMomentText();
  const onRecord = useAppState((state) => selectFire(state).drought);
  const { droughtCode, droughtRecord } = air;
  const source = droughtRecord
    ? messages.ofRecord(
        droughtRecord.station,
        moment(droughtRecord.atMs),
        count(droughtRecord.days),
      )
    : droughtCode === undefined
      ? messages.unknown
      : messages.byHand;
  return (
    <>
      <NumberField
        label={say(messages.drought)}
        value={droughtCode}
        unit="DC"
        min={0}
        step={50}
        decimals={0}
        hint={say(messages.hint(count(GREEN_DC), count(CURED_DC)))}
        onChange={(code) => setDrought(store, code)}
      />
      <Note kind="faint">{say(source)}</Note>
      {onRecord && (onRecord.code !== droughtCode || !droughtRecord) && (
        <Button size="s" onClick={() => setDrought(store, onRecord.code, onRecord.record)}>
          {say(messages.takeRecord(count(onRecord.code), onRecord.record.station))}
        </Button>
      )}
    </>
  );
}
