import { useText } from '#store/use-store.tsx';
import { StatusBadge } from '#ui';
import { cardMessages as messages } from '../messages/card.ts';
import styles from './panel.module.css';
import { useShownFire, useSpread } from './use-fire.ts';

/** Always in view where fire is: that it is simulated, by what, and what it is not for. */
export function HonestLine() {
  const say = useText();
  const fire = useShownFire();
  const spread = useSpread();
  return (
    <p className={styles.honest}>
      {fire && <StatusBadge tone="simulated" word={say(messages.simulated)} isPlain />}
      {spread && <span>{say(spread.model.name)}</span>}
      <span>{say(messages.screening)}</span>
    </p>
  );
}
