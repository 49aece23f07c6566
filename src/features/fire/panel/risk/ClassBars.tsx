import { toHex } from '#model/colour-ramp.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { formatNumber, Note, useKit, VisuallyHidden } from '#ui';
import type { RiskSummary } from '../../contract/risk.ts';
import { riskClassColour, riskClassNames } from '../../kernel/colours/scales.ts';
import { askRisk, clearRiskFilters, showRisk } from '../../state/change-risk.ts';
import { cityMessages } from './messages-city.ts';
import styles from './risk.module.css';

/** Buildings a class; a press lists them. */
export function ClassBars({ summary }: { readonly summary: RiskSummary }) {
  const say = useText();
  const store = useAppStore();
  const { language } = useKit();
  const most = Math.max(1, ...summary.classes);
  const list = (level: number) => {
    clearRiskFilters(store);
    askRisk(store, { classes: [level] });
    showRisk(store, 'list');
  };
  return (
    <div>
      <Note kind="faint">{say(cityMessages.classes)}</Note>
      <ul className={styles.bars} aria-label={say(cityMessages.classes)}>
        {[5, 4, 3, 2, 1].map((level) => {
          const count = summary.classes[level - 1] ?? 0;
          const name = say(riskClassNames[level - 1] ?? { en: '', zh: '' });
          const number = formatNumber(count, language);
          return (
            <li key={level}>
              <button type="button" className={styles.bar} onClick={() => list(level)}>
                <span>{name}</span>
                <span className={styles.track}>
                  <span
                    className={styles.fill}
                    style={
                      {
                        inlineSize: `${(count / most) * 100}%`,
                        '--swatch': toHex(riskClassColour(level)),
                      } as React.CSSProperties
                    }
                  />
                </span>
                <span className={styles.number}>
                  {number}
                  <VisuallyHidden> {say(cityMessages.listThem)}</VisuallyHidden>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
