import { useText } from '#store/use-store.tsx';
import { StatusBadge } from '#ui';
import type { FloodStatus } from '../contract.ts';
import { statusMessages as messages, schemeNames, schemeWords } from '../messages/status.ts';
import styles from './panel.module.css';
import { beyondMeans, factorText, metresText, shareBeyond, shareText } from './status-words.ts';

interface HonestLineProps {
  readonly status: FloodStatus;
  /** Without the pace of computing, where the line has little room. */
  readonly isShort?: boolean;
}

interface Word {
  readonly text: string;
  /** The same for specialists, or for who is none. */
  readonly means?: string;
}

/** What is always in view where water is: that it is simulated, by what, on which ground, how exactly. */
export function HonestLine({ status, isShort = false }: HonestLineProps) {
  const say = useText();
  const { scheme, cellM, terrain, surveyed, massError, realTimeFactor, phase } = status;
  const beyond = shareBeyond(status);
  const words: readonly (Word | false)[] = [
    { text: say(schemeNames[scheme]), means: say(schemeWords[scheme]) },
    { text: say(messages.cell(metresText(cellM))), means: say(messages.cellSize) },
    { text: terrain },
    // Before the ground is read nothing is known of it.
    phase !== 'preparing' && { text: say(messages.surveyed(surveyed)) },
    {
      text: say(messages.massShort(shareText(massError))),
      means: `${say(messages.massError)}: ${say(messages.massErrorMeans)}`,
    },
    {
      text: say(beyond === 0 ? messages.nothingBeyond : messages.beyondShort(shareText(beyond))),
      means: `${say(messages.beyond)}: ${say(beyondMeans(scheme))}`,
    },
    !isShort &&
      phase === 'running' && { text: say(messages.factorShort(factorText(realTimeFactor))) },
  ];
  return (
    <p className={styles.honest}>
      <StatusBadge tone="simulated" word={say(messages.simulated)} isPlain />
      {words
        .filter((word): word is Word => word !== false && word.text !== '')
        .map(({ text, means }) => (
          <span key={text} title={means}>
            {text}
          </span>
        ))}
    </p>
  );
}
