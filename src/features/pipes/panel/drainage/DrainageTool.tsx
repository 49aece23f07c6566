import { useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Banner, EmptyState, Note, Progress, PropertySection, SelectField, Stack } from '#ui';
import { DRAINAGE_MATCHES, type DrainageMatch } from '../../contract/drainage.ts';
import { networkName } from '../../messages/network-name.ts';
import { useNetworks } from '../use-line.ts';
import { messages } from './messages.ts';
import { RunResult } from './RunResult.tsx';
import { StormForm } from './StormForm.tsx';
import { useStorm } from './use-storm.ts';

/** Lets a storm fall on the city and shows what its drains do. */
export default function DrainageTool() {
  const say = useText();
  const matches = useFrame<readonly DrainageMatch[]>(DRAINAGE_MATCHES) ?? [];
  const names = new Map(useNetworks().map((one) => [one.network, say(networkName(one))]));
  const [chosen, setChosen] = useState<string>();
  const storm = useStorm();
  const match = matches.find(({ network }) => network === chosen) ?? matches[0];
  if (!match) {
    return (
      <EmptyState icon="rain" title={say(messages.waiting)}>
        {say(messages.waitingWhy)}
      </EmptyState>
    );
  }
  const { progress } = storm;
  return (
    <Stack gap="m">
      {matches.length > 1 && (
        <SelectField
          label={say(messages.network)}
          value={match.network}
          options={matches.map(({ network }) => ({
            value: network,
            label: names.get(network) ?? network,
          }))}
          onChange={setChosen}
        />
      )}
      {match.catchments === 0 && <Banner tone="warning" title={say(messages.noCatchments)} />}
      <StormForm key={match.network} match={match} storm={storm} />
      {progress && (
        <Progress
          label={say(messages.running(progress.timesRealTime.toFixed(0)))}
          value={progress.share}
        />
      )}
      {storm.failure !== undefined && (
        <Banner tone="critical" title={say(messages.failed)}>
          {storm.failure}
        </Banner>
      )}
      {storm.run?.network === match.network && <RunResult run={storm.run} onClose={storm.close} />}
      <PropertySection title={say(messages.assumptions)} isFree>
        {match.assumptions.map(({ what, count }) => (
          <Note key={what} kind="faint">
            {say(messages.assumed[what](count))}
          </Note>
        ))}
        <Note kind="faint">{say(messages.limits)}</Note>
      </PropertySection>
    </Stack>
  );
}
