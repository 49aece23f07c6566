import { useText } from '#store/use-store.tsx';
import { Banner, Progress, SelectField, Stack } from '#ui';
import { networkName } from '../../messages/network-name.ts';
import { analysisMessages } from '../analysis/messages.ts';
import { useWaterNetworks } from '../analysis/use-water.ts';
import { messages } from './messages.ts';
import { NightForm } from './NightForm.tsx';
import { NightResult } from './NightResult.tsx';
import { useNights } from './use-nights.ts';

/** What each metered district probably loses; judged by itself when it is opened. */
export default function NightFlowTool() {
  const say = useText();
  const { networks, shown, choose } = useWaterNetworks();
  const { report, progress, failure, canRun, start } = useNights(shown?.network);
  return (
    <Stack gap="m">
      {networks.length > 1 && (
        <SelectField
          label={say(analysisMessages.network)}
          value={shown?.network}
          options={networks.map((one) => ({ value: one.network, label: say(networkName(one)) }))}
          onChange={choose}
        />
      )}
      {progress !== undefined && <Progress label={say(messages.reading)} value={progress} />}
      {failure !== undefined && (
        <Banner tone="critical" title={say(messages.failed)}>
          {failure}
        </Banner>
      )}
      {report && <NightResult report={report} />}
      <NightForm canRun={canRun && progress === undefined} onRun={start} />
    </Stack>
  );
}
