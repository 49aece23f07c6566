import { useText } from '#store/use-store.tsx';
import { SheetHead } from '#ui';
import { actsOf, keyOfAct } from '../../../kernel/acts.ts';
import { actText } from '../../../kernel/fire-log.ts';
import { useMomentText, useSince } from '../../use-fire.ts';
import type { Exported } from '../use-exported.ts';
import styles from './briefing.module.css';
import { EvacuationPart } from './EvacuationPart.tsx';
import { FirePart } from './FirePart.tsx';
import { ForcesPart } from './ForcesPart.tsx';
import { messages } from './messages.ts';
import { ZonesPart } from './ZonesPart.tsx';

interface BriefingBodyProps {
  readonly exported: Exported;
  readonly picture: string | undefined;
}

/** What is printed. */
export function BriefingBody({ exported, picture }: BriefingBodyProps) {
  const { fire, timeS, city, spread, hazards, evacuation } = exported;
  const say = useText();
  const since = useSince();
  const moment = useMomentText();
  const acts = actsOf(fire).filter(({ atS }) => atS <= timeS);
  const models = [
    ...new Set([
      say(spread.model.name),
      ...hazards.map(({ model }) => say(model)),
      ...(evacuation ? [say(evacuation.model)] : []),
    ]),
  ];
  return (
    <div className={styles.body}>
      <SheetHead
        title={say(messages.title)}
        subtitle={`${city} · ${fire.name}`}
        facts={[
          { name: say(messages.asOf), value: moment(fire.startMs + timeS * 1000) },
          { name: say(messages.began), value: moment(fire.startMs) },
          { name: say(messages.into), value: since(timeS) },
        ]}
      />
      <p className={styles.honest}>{say(messages.screening)}</p>
      {picture ? (
        <img src={picture} alt={say(messages.picture)} />
      ) : (
        <p className={styles.soft}>{say(messages.noPicture)}</p>
      )}
      <FirePart exported={exported} />
      <ZonesPart exported={exported} />
      <ForcesPart exported={exported} />
      <EvacuationPart exported={exported} />
      <section>
        <h2>{say(messages.done)}</h2>
        {acts.length === 0 ? (
          <p>{say(messages.nothingDone)}</p>
        ) : (
          <ol>
            {acts.map((act) => (
              <li key={keyOfAct(act)}>{say(actText(act))}</li>
            ))}
          </ol>
        )}
      </section>
      <section>
        <h2>{say(messages.trust)}</h2>
        <p>{say(spread.model.range)}</p>
        {models.map((model) => (
          <p key={model}>{model}</p>
        ))}
      </section>
    </div>
  );
}
