import { useText } from '#store/use-store.tsx';
import { StatusBadge } from '#ui';
import { cardMessages as messages } from '../messages/card.ts';
import styles from './panel.module.css';
import { useShownFire, useSpread } from './use-fire.ts';

interface HonestLineProps {
  /** Of what else than the spread it is said: the spread's model is left out. */
  readonly isOfTool?: boolean;
}

/** Always in view where fire is: that it is simulated, by what, and what it is not for. */
export function HonestLine({ isOfTool = false }: HonestLineProps) {
  const say = useText();
  const fire = useShownFire();
  const spread = useSpread();
  return (
    <p className={styles.honest}>
      {fire && <StatusBadge tone="simulated" word={say(messages.simulated)} isPlain />}
      {spread && !isOfTool && <span>{say(spread.model.name)}</span>}
      <span>{say(messages.screening)}</span>
    </p>
  );
}
