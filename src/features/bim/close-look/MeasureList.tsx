import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { IconButton, Panel, useIsPhone, useKit } from '#ui';
import { saveFile, toFileName } from '../inspector/element-files.ts';
import styles from './close-look.module.css';
import { toMeasuresCsv } from './measure/measures-csv.ts';
import { measureText } from './measure-text.ts';
import { messages } from './messages.ts';
import type { Measuring } from './use-measuring.ts';

interface MeasureListProps {
  readonly title: string;
  readonly measuring: Measuring;
}

/** What was measured, numbered as in the picture. */
export function MeasureList({ title, measuring }: MeasureListProps) {
  const say = useText();
  const { language } = useKit();
  const isPhone = useIsPhone();
  const [isCollapsed, setCollapsed] = useState(isPhone);
  const { measures, remove, removeAll } = measuring;
  const save = () => saveFile(`${toFileName(title)}.csv`, toMeasuresCsv(measures), 'text/csv');
  return (
    <div className={styles.list}>
      <Panel
        title={say(messages.measures)}
        icon="ruler"
        aside={String(measures.length)}
        isCollapsed={isCollapsed}
        onCollapsedChange={setCollapsed}
        actions={
          <>
            <IconButton size="s" icon="download" label={say(messages.exportCsv)} onClick={save} />
            <IconButton size="s" icon="trash" label={say(messages.removeAll)} onClick={removeAll} />
          </>
        }
      >
        <ol className={styles.measures}>
          {measures.map((measure, at) => {
            const { kind, value, detail } = measureText(measure, language, say);
            return (
              <li key={measure.id} className={styles.measure}>
                <span className={styles.number} aria-hidden="true">
                  {at + 1}
                </span>
                <span className={styles.words}>
                  <span>
                    {kind} <strong className={styles.value}>{value}</strong>
                  </span>
                  {detail && <span className={styles.detail}>{detail}</span>}
                </span>
                <IconButton
                  size="s"
                  icon="close"
                  label={say(messages.remove(at + 1))}
                  onClick={() => remove(measure.id)}
                />
              </li>
            );
          })}
        </ol>
      </Panel>
    </div>
  );
}
