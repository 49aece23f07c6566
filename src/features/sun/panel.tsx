import { toDegrees } from '#model/units.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { PropertyRow, PropertySection, Quantity, Stack } from '#ui';
import { centreOf } from './kernel/city-centre.ts';
import { findSun } from './kernel/sun-position.ts';
import { messages } from './messages.ts';
import SunTime from './panel/time.tsx';

/** The time with its light, and where the sun stands. */
export default function SunPanel() {
  const say = useText();
  const now = useAppState((state) => state.clock.now);
  const city = useAppState((state) => state.city);
  const sun = findSun(now, centreOf(city));
  return (
    <Stack gap="m">
      <SunTime />
      <PropertySection title={say(messages.name)}>
        <PropertyRow name={say(messages.elevation)}>
          <Quantity value={tenths(toDegrees(sun.elevation))} unit="°" />
        </PropertyRow>
        <PropertyRow name={say(messages.azimuth)}>
          <Quantity value={tenths(toDegrees(sun.azimuth))} unit="°" />
        </PropertyRow>
        <PropertyRow name={say(messages.zone)}>{city?.manifest.timeZone ?? 'UTC'}</PropertyRow>
      </PropertySection>
    </Stack>
  );
}

const tenths = (value: number) => Math.round(value * 10) / 10;
