import { useText } from '#store/use-store.tsx';
import type { OpenNetwork } from '../../contract.ts';
import { messages } from '../../messages.ts';
import styles from '../panel.module.css';
import { NetworkRow } from './NetworkRow.tsx';

/** The open networks: colour, length, customers, how fresh what is known of them is. */
export function NetworkList({ networks }: { readonly networks: readonly OpenNetwork[] }) {
  const say = useText();
  return (
    <ul className={styles.networks} aria-label={say(messages.networks)}>
      {networks.map((network) => (
        <NetworkRow key={network.network} network={network} />
      ))}
    </ul>
  );
}
