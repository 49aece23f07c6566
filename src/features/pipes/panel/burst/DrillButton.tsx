import { NETWORK_READINGS, type NetworkReading } from '#model/network-reading.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Stack } from '#ui';
import { burstMessages as messages } from '../../messages/burst.ts';
import { setDrill } from '../../state/incident.ts';
import { selectPipes } from '../../state.ts';

/** Only where the readings are simulated: nobody breaks a real main for training. */
export function DrillButton() {
  const store = useAppStore();
  const say = useText();
  const drill = useAppState((state) => selectPipes(state).drill);
  const readings = useFrame<readonly NetworkReading[]>(NETWORK_READINGS) ?? [];
  const isSimulated = readings.some(
    (reading) => reading.isSimulated && reading.network === 'water',
  );
  if (!isSimulated) return null;
  return (
    <Stack gap="s">
      <Button
        size="l"
        icon="book"
        isWide
        isLoading={drill === 'asked'}
        onClick={() => setDrill(store, 'asked')}
      >
        {say(messages.drill)}
      </Button>
      {(drill === 'begun' || drill === 'failed') && (
        <Banner
          tone={drill === 'begun' ? 'info' : 'critical'}
          title={say(drill === 'begun' ? messages.drillStarted : messages.drillFailed)}
          onClose={() => setDrill(store, undefined)}
        >
          {say(messages.drillHint)}
        </Banner>
      )}
    </Stack>
  );
}
