import { useText } from '#store/use-store.tsx';
import { SelectField } from '#ui';
import { networkName } from '../../messages/network-name.ts';
import { traceMessages as messages } from '../../messages/trace.ts';
import { useNetworks } from '../use-line.ts';

interface NetworkSelectProps {
  readonly value: string;
  readonly onChange: (network: string) => void;
}

/** Which network a list is about: one that has valves. */
export function NetworkSelect({ value, onChange }: NetworkSelectProps) {
  const say = useText();
  const networks = useNetworks().filter(({ valves }) => valves > 0);
  return (
    <SelectField
      label={say(messages.network)}
      value={value}
      options={networks.map((one) => ({ value: one.network, label: say(networkName(one)) }))}
      onChange={onChange}
    />
  );
}
