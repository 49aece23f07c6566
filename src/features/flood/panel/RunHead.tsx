import { sinceText, spanText } from '#model/span.ts';
import { useText } from '#store/use-store.tsx';
import { Banner, Heading, Note, Progress, StatusBadge } from '#ui';
import type { FloodStatus } from '../contract.ts';
import { hazardNames } from '../messages/parts.ts';
import { backendNames, statusMessages as messages, phaseNames } from '../messages/status.ts';
import type { FloodRun } from '../state/initial.ts';
import { HonestLine } from './HonestLine.tsx';
import styles from './panel.module.css';
import { standingOf, standingTones } from './status-words.ts';
import { useFloodStatus, useMoment } from './use-flood.ts';

type LossNoteProps = Required<Pick<FloodStatus, 'loss' | 'backend'>>;

/** Who computes it now, and from when on: what is shown after that moment is computed again. */
function LossNote({ loss, backend }: LossNoteProps) {
  const say = useText();
  const { atS, fromS } = loss;
  const detail = messages.cardLostDetail(sinceText(atS), sinceText(fromS), backendNames[backend]);
  return (
    <Banner tone="info" title={say(messages.cardLost)}>
      {say(detail)}
    </Banner>
  );
}

/** The run that is shown: what it is, how far it is, how far to trust it. */
export function RunHead({ run }: { readonly run: FloodRun }) {
  const say = useText();
  const moment = useMoment();
  const status = useFloodStatus(run.id);
  const standing = standingOf(run, status);
  const { scenario } = run;
  const doneS = status?.timeS ?? run.from?.timeS ?? 0;
  const isBeforeWater = standing === 'waiting' || standing === 'preparing';
  return (
    <section className={styles.head} aria-label={say(messages.status)}>
      <div className={styles.titleRow}>
        <Heading level={3}>{scenario.name}</Heading>
        <StatusBadge tone={standingTones[standing]} word={say(phaseNames[standing])} />
      </div>
      <Note kind="faint">
        {[say(hazardNames[scenario.hazard]), moment(scenario.startMs)].join(' · ')}
      </Note>
      <Progress
        label={say(messages.progress)}
        value={isBeforeWater ? undefined : doneS / scenario.durationS}
        detail={
          isBeforeWater
            ? say(standing === 'waiting' ? messages.waiting : messages.preparing)
            : say(messages.of(spanText(doneS), spanText(scenario.durationS)))
        }
      />
      {status && <HonestLine status={status} />}
      {status?.phase === 'failed' && (
        <Banner tone="critical" title={say(messages.failed)}>
          {status.problem} {say(messages.failedStays)}
        </Banner>
      )}
      {status && status.phase !== 'failed' && status.problem && (
        <Banner tone="warning" title={say(messages.isPartial)}>
          {status.problem}
        </Banner>
      )}
      {status?.loss && <LossNote loss={status.loss} backend={status.backend} />}
    </section>
  );
}
