import { useState } from 'react';
import { toHex } from '#model/colour-ramp.ts';
import { useText } from '#store/use-store.tsx';
import { formatNumber, Note, Segmented, Stack } from '#ui';
import type { FloodImpact } from '../../contract/impact.ts';
import { CUT_OFF_COLOUR } from '../../kernel/consequences/colour-buildings.ts';
import { floodScale } from '../../kernel/legend.ts';
import styles from './consequences.module.css';
import { messages } from './messages.ts';
import { useName } from './thing-names.ts';
import { useIsDaytime, useLanguage } from './use-impact.ts';

/** Uses that are named; the rest are counted. */
const MOST_USES = 6;

/** Buildings by depth class, in the colours that they have on the globe, and by use. */
export function ClassBars({ impact }: { readonly impact: FloodImpact }) {
  const say = useText();
  const nameUse = useName();
  const language = useLanguage();
  const isDay = useIsDaytime();
  const [isWorst, setWorst] = useState(false);
  const { isolated } = impact;
  const classes = isWorst ? impact.worst : impact.classes;
  const scale = floodScale('depth', 'urban');
  const most = classes.reduce((largest, { buildings }) => Math.max(largest, buildings), 1);
  const mostOfUse = impact.byUse[0]?.buildings ?? 1;
  const write = (value: number) => formatNumber(Math.round(value), language);
  return (
    <Stack gap="s">
      <Note kind="faint">{say(messages.classes)}</Note>
      <Segmented
        label={say(messages.when)}
        value={isWorst ? 'worst' : 'now'}
        options={[
          { value: 'now', label: say(messages.now) },
          { value: 'worst', label: say(messages.worst) },
        ]}
        onChange={(value) => setWorst(value === 'worst')}
        isWide
      />
      <ul className={styles.bars} aria-label={say(messages.classes)}>
        {classes.map(({ buildings, peopleDay, peopleNight }, at) => {
          const depth = say(scale.labels[at] ?? { en: '', zh: '' });
          const people = write(isDay ? peopleDay : peopleNight);
          return (
            <Bar
              key={depth}
              label={`${depth} m`}
              share={buildings / most}
              colour={toHex(scale.colours[at] ?? 0)}
              number={write(buildings)}
              words={say(messages.classText(depth, write(buildings), people))}
            />
          );
        })}
        {!isWorst && isolated.buildings > 0 && (
          <Bar
            label={say(messages.cutOffBar)}
            share={isolated.buildings / most}
            colour={toHex(CUT_OFF_COLOUR)}
            number={write(isolated.buildings)}
            words={`${say(messages.isolatedBuildings)}: ${write(isolated.buildings)}`}
          />
        )}
      </ul>
      {impact.byUse.length > 0 && (
        <>
          <Note kind="faint">{say(messages.uses)}</Note>
          <ul className={styles.bars} aria-label={say(messages.uses)}>
            {impact.byUse.slice(0, MOST_USES).map(({ use, buildings }) => (
              <Bar
                key={use}
                label={nameUse(use)}
                share={buildings / mostOfUse}
                number={write(buildings)}
                words={`${nameUse(use)}: ${write(buildings)}`}
              />
            ))}
          </ul>
          {impact.byUse.length > MOST_USES && (
            <Note kind="faint">{say(messages.moreUses(impact.byUse.length - MOST_USES))}</Note>
          )}
        </>
      )}
    </Stack>
  );
}

interface BarProps {
  readonly label: string;
  readonly share: number;
  readonly colour?: string;
  readonly number: string;
  /** The whole bar in words. */
  readonly words: string;
}

function Bar({ label, share, colour, number, words }: BarProps) {
  return (
    <li className={styles.bar} aria-label={words}>
      <span aria-hidden>{label}</span>
      <span className={styles.track} aria-hidden>
        <span
          className={styles.fill}
          style={
            {
              inlineSize: `${Math.min(1, share) * 100}%`,
              ...(colour && { '--bar': colour }),
            } as React.CSSProperties
          }
        />
      </span>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
    </li>
  );
}
