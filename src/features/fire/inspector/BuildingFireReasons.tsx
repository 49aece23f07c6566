import { consequenceTerms } from '#simulation/fire/risk/factors.ts';
import { useText } from '#store/use-store.tsx';
import { formatNumber, Note, useKit } from '#ui';
import type { BuildingRisk } from '../contract/risk.ts';
import { factorWords, rateWords } from '../kernel/rate-words.ts';
import { inputNameOf, termNames } from '../kernel/risk/term-names.ts';
import styles from './building-fire.module.css';
import { messages } from './building-messages.ts';

type Contribution = BuildingRisk['contributions'][number];

/** Bars of less than this fill no whole side, so that small terms don't look large where all are small. */
const LEAST_SCALE = 0.5;

const isConsequence = ({ term }: Contribution) => consequenceTerms.some((one) => one === term);
const sumOf = (terms: readonly Contribution[]) => terms.reduce((sum, { ln }) => sum + ln, 0);

/** Every term as a signed bar, from what a building of this use and size has to the score; all of them add up. */
export function BuildingFireReasons({ risk }: { readonly risk: BuildingRisk }) {
  const say = useText();
  const { language } = useKit();
  const base = risk.contributions.find(({ term }) => term === 'base');
  const others = risk.contributions.filter(({ term }) => term !== 'base');
  const ignition = others.filter((one) => !isConsequence(one));
  const consequence = others.filter(isConsequence);
  const scale = Math.max(LEAST_SCALE, ...others.map(({ ln }) => Math.abs(ln)));
  const write = (value: number, decimals: number) => formatNumber(value, language, { decimals });
  return (
    <div className={styles.reasons}>
      <h4 className={styles.heading}>{say(messages.why)}</h4>
      <ul className={styles.bars} aria-label={say(messages.ignition)}>
        {base && (
          <li className={styles.total}>
            <span>
              {say(base.text)}: {say(messages.start(say(rateWords(Math.exp(base.ln)))))}
            </span>
            <span className={styles.number}>{write(base.ln, 2)}</span>
          </li>
        )}
        {ignition.map((one) => (
          <Bar key={one.term} contribution={one} scale={scale} />
        ))}
        <li className={styles.total}>
          <strong>{say(messages.makes(say(rateWords(risk.firesPerYear))))}</strong>
          <span className={styles.number}>{write((base?.ln ?? 0) + sumOf(ignition), 2)}</span>
        </li>
      </ul>
      <h5 className={styles.heading}>{say(messages.consequence)}</h5>
      <ul className={styles.bars} aria-label={say(messages.consequence)}>
        {consequence.map((one) => (
          <Bar key={one.term} contribution={one} scale={scale} />
        ))}
        <li className={styles.total}>
          <strong>
            {say(messages.makesScore(formatNumber(Number(risk.score.toPrecision(2)), language)))}
          </strong>
          <span className={styles.number}>{write(sumOf(risk.contributions), 2)}</span>
        </li>
      </ul>
      <Note kind="faint">
        {say(
          messages.sum(
            write(sumOf(risk.contributions), 3),
            formatNumber(Number(risk.score.toPrecision(3)), language),
          ),
        )}
      </Note>
      {risk.unknown.length > 0 && (
        <Note kind="faint">
          {say(messages.unknown)}: {risk.unknown.map((term) => say(inputNameOf(term))).join(' · ')}
        </Note>
      )}
    </div>
  );
}

interface BarProps {
  readonly contribution: Contribution;
  readonly scale: number;
}

function Bar({ contribution: { term, ln, text }, scale }: BarProps) {
  const say = useText();
  const { language } = useKit();
  const factor = factorWords(Math.exp(ln));
  const name = say(termNames[term]);
  const figure = `${ln > 0 ? '+' : ''}${formatNumber(ln, language, { decimals: 2 })}`;
  return (
    <li
      className={styles.bar}
      aria-label={`${say(messages.raises(name, factor))} (${figure}). ${say(text)}`}
    >
      <span className={styles.words} aria-hidden>
        <span>{name}</span>
        <span className={styles.told}>{say(text)}</span>
      </span>
      <span className={styles.track} aria-hidden>
        <span
          className={ln > 0 ? styles.raises : styles.lowers}
          style={{ inlineSize: `${(Math.abs(ln) / scale) * 50}%` }}
        />
      </span>
      <span className={styles.number} aria-hidden>
        <span>{factor}</span>
        <span className={styles.told}>{figure}</span>
      </span>
    </li>
  );
}
