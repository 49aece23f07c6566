import { useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { IconButton, StatusBadge, Toggle } from '#ui';
import { type NetworkValues, type OpenNetwork, pipeValues } from '../../contract.ts';
import { utilityColour } from '../../kernel/palettes.ts';
import { networkName } from '../../messages/network-name.ts';
import { messages } from '../../messages.ts';
import { selectPipes, showNetwork } from '../../state.ts';
import { classNamesOf } from '../class-names.ts';
import { toCss } from '../colour-text.ts';
import styles from '../panel.module.css';
import { useMoment, useQuantity } from '../use-words.ts';
import { AboutNetwork } from './AboutNetwork.tsx';

/** One network: shown or hidden, how long, whom it serves, how fresh its solved values are. */
export function NetworkRow({ network: one }: { readonly network: OpenNetwork }) {
  const store = useAppStore();
  const say = useText();
  const quantity = useQuantity();
  const { hidden, palette } = useAppState((state) => selectPipes(state).look);
  const [isAbout, setAbout] = useState(false);
  const { network, utility, lengthM, customers, isFictional } = one;
  const name = say(networkName(one));
  const isShown = !hidden.includes(network);
  return (
    <li className={classNamesOf(styles.network, !isShown && styles.off)}>
      <span
        className={styles.swatch}
        style={{ backgroundColor: toCss(utilityColour(palette, utility)) }}
        aria-hidden
      />
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.small}>
          <span>{quantity(lengthM / 1000, 'km', { decimals: lengthM < 1e5 ? 1 : 0 })}</span>
          {customers > 0 && <span>{say(messages.customersCount(customers))}</span>}
          <Freshness network={one} />
          {isFictional && <span>{say(messages.fictional)}</span>}
        </span>
      </span>
      <span className={styles.buttons}>
        <IconButton
          size="s"
          icon="info"
          label={say(messages.aboutNetwork(name))}
          onClick={() => setAbout(true)}
        />
        <Toggle
          label={say(messages.showNetwork(name))}
          isLabelHidden
          checked={isShown}
          onChange={(shown) => showNetwork(store, network, shown)}
        />
      </span>
      {isAbout && <AboutNetwork network={one} onClose={() => setAbout(false)} />}
    </li>
  );
}

/** When its values were solved; old ones say since when. */
function Freshness({ network }: { readonly network: OpenNetwork }) {
  const say = useText();
  const moment = useMoment();
  const values = useFrame<NetworkValues>(pipeValues(network.network));
  if (!values)
    return <span>{say(network.hasModel ? messages.solving : messages.registerOnly)}</span>;
  return values.staleSinceMs === undefined ? (
    <StatusBadge isPlain tone="simulated" word={say(messages.solvedAt(moment(values.atMs)))} />
  ) : (
    <StatusBadge
      isPlain
      tone="stale"
      word={say(messages.staleSince(moment(values.staleSinceMs)))}
    />
  );
}
