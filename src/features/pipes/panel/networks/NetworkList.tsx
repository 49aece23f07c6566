import { utilityNetworks } from '#model/utility-network.ts';
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
      {inOrder(networks).map((network) => (
        <NetworkRow key={network.network} network={network} />
      ))}
    </ul>
  );
}

const utilities = Object.keys(utilityNetworks);

/** What people drink first; the order of the tables is that of the files. */
const inOrder = (networks: readonly OpenNetwork[]) =>
  networks.toSorted((a, b) => utilities.indexOf(a.utility) - utilities.indexOf(b.utility));
