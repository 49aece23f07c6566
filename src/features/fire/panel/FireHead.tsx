import { sinceText, spanText } from '#model/span.ts';
import { useText } from '#store/use-store.tsx';
import { Banner, formatQuantity, Heading, Note, Progress, Stat, StatusBadge, type Tone } from '#ui';
import type { FireScenario, FireStatus } from '../contract.ts';
import { burntGroundM2 } from '../kernel/burnt-ground.ts';
import { cardMessages as messages } from '../messages/card.ts';
import { Danger, isLastHalfHour } from './Danger.tsx';
import styles from './panel.module.css';
import {
  useCount,
  useFireMoment,
  useFireStatus,
  useFireTimeS,
  useLanguage,
  useMomentText,
  useSpread,
} from './use-fire.ts';
import { WindLine } from './WindLine.tsx';

const tones: Readonly<Record<FireStatus['phase'] | 'waiting', Tone>> = {
  waiting: 'info',
  preparing: 'info',
  computing: 'info',
  ready: 'good',
  failed: 'critical',
};

/** The fire that is shown: what burns now, what comes next, who is in danger, which wind drives it. */
export function FireHead({ fire }: { readonly fire: FireScenario }) {
  const say = useText();
  const moment = useMomentText();
  const count = useCount();
  const language = useLanguage();
  const timeS = useFireTimeS();
  const status = useFireStatus(fire.id);
  const spread = useSpread();
  const now = useFireMoment();
  const burntM2 = spread?.vegetation ? burntGroundM2(spread.vegetation, timeS) : 0;
  const phase = status?.phase ?? 'waiting';
  return (
    <section className={styles.head} aria-label={say(messages.head)}>
      <div className={styles.titleRow}>
        <Heading level={3}>{fire.name}</Heading>
        <StatusBadge tone={tones[phase]} word={say(messages.phases[phase])} />
      </div>
      <Note kind="number">
        {[
          say(messages.of(sinceText(timeS), spanText(fire.durationS))),
          say(messages.began(moment(fire.startMs))),
        ].join(' · ')}
      </Note>
      {phase !== 'ready' && phase !== 'failed' && (
        <Progress
          label={say(messages[phase])}
          value={phase === 'waiting' ? undefined : status?.progress}
        />
      )}
      {phase === 'failed' && (
        <Banner tone="critical" title={say(messages.failed)}>
          {status?.problem} {spread && say(messages.failedStays)}
        </Banner>
      )}
      {now && (
        <div className={styles.figures}>
          <Stat label={say(messages.burning)} value={now.burning.length} decimals={0} />
          <Stat label={say(messages.burnt)} value={now.burntOut} decimals={0} />
          <Stat
            label={say(isLastHalfHour(fire, now.timeS) ? messages.nextUntilEnd : messages.next30)}
            value={now.next30}
            decimals={0}
          />
        </div>
      )}
      {now && spread && <Danger spread={spread} now={now} fire={fire} />}
      <WindLine fire={fire} />
      {burntM2 > 0 && (
        <Note kind="number">
          {say(
            messages.burntGround(formatQuantity(burntM2 / 10_000, 'ha', language, { decimals: 2 })),
          )}
        </Note>
      )}
      {spread && spread.saved > 0 && (
        <Note kind="number">{say(messages.saved(count(spread.saved)))}</Note>
      )}
    </section>
  );
}
