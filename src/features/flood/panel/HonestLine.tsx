import { useText } from '#store/use-store.tsx';
import { StatusBadge } from '#ui';
import type { FloodStatus } from '../contract.ts';
import { statusMessages as messages, schemeNames } from '../messages/status.ts';
import styles from './panel.module.css';
import { factorText, metresText, shareBeyond, shareText } from './status-words.ts';

interface HonestLineProps {
  readonly status: FloodStatus;
  /** Without the pace of computing, where the line has little room. */
  readonly isShort?: boolean;
}

/** What is always in view where water is: that it is simulated, by what, on which ground, how exactly. */
export function HonestLine({ status, isShort = false }: HonestLineProps) {
  const say = useText();
  const { scheme, cellM, terrain, surveyed, massError, realTimeFactor, phase } = status;
  const words = [
    say(schemeNames[scheme]),
    say(messages.cell(metresText(cellM))),
    terrain,
    // Before the ground is read nothing is known of it.
    phase !== 'preparing' && say(messages.surveyed(surveyed)),
    say(messages.massShort(shareText(massError))),
    say(messages.beyondShort(shareText(shareBeyond(status)))),
    !isShort && phase === 'running' && say(messages.factorShort(factorText(realTimeFactor))),
  ].filter((one): one is string => Boolean(one));
  return (
    <p className={styles.honest}>
      <StatusBadge tone="simulated" word={say(messages.simulated)} isPlain />
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </p>
  );
}
