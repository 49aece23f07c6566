import { liveFactors } from '#simulation/fire/risk/factors.ts';
import { useText } from '#store/use-store.tsx';
import { Banner, formatNumber, Meter, Note, Stack, useKit } from '#ui';
import type { BuildingRisk } from '../contract/risk.ts';
import { factorWords, rateWords } from '../kernel/rate-words.ts';
import { RiskClassMark } from '../panel/risk/RiskClassMark.tsx';
import styles from './building-fire.module.css';
import { messages } from './building-messages.ts';

/** What is read first: class, how often, where it stands in the city, how sure that is, and whether detectors raise it. */
export function BuildingFireHead({ risk }: { readonly risk: BuildingRisk }) {
  const say = useText();
  const { language } = useKit();
  const live = risk.contributions.filter(({ term }) => liveFactors.some((one) => one === term));
  const raisedBy = live.reduce((sum, { ln }) => sum + ln, 0);
  const share = (value: number) => `${formatNumber(Math.round(value), language)}%`;
  return (
    <Stack gap="s">
      {raisedBy > 0 && (
        <Banner
          tone={raisedBy > 1 ? 'serious' : 'warning'}
          title={say(messages.raised(factorWords(Math.exp(raisedBy))))}
        >
          {live.map(({ text }) => say(text)).join(' · ')}
        </Banner>
      )}
      <div className={styles.head}>
        <RiskClassMark riskClass={risk.riskClass} />
        <strong className={styles.rate}>{say(rateWords(risk.firesPerYear))}</strong>
      </div>
      <Note kind="faint">
        {say(messages.higherThan(share(risk.percentile)))} · {say(messages.score)}{' '}
        {formatNumber(Number(risk.score.toPrecision(2)), language)} ({say(messages.scoreWhy)})
      </Note>
      <Meter
        label={say(messages.confidence)}
        value={Math.round(risk.confidence * 100)}
        max={100}
        format={(value) => say(messages.confidenceWords(share(value)))}
        warnAt={2}
        failAt={2}
      />
    </Stack>
  );
}
