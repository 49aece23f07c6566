import { toHex } from '#model/colour-ramp.ts';
import { useText } from '#store/use-store.tsx';
import { riskClassColour, riskClassNames } from '../../kernel/colours/scales.ts';
import styles from './risk.module.css';

/** A risk class by its colour and its name. */
export function RiskClassMark({ riskClass }: { readonly riskClass: number }) {
  const say = useText();
  const name = riskClassNames[riskClass - 1];
  return (
    <span className={styles.mark}>
      <span
        className={styles.swatch}
        style={{ '--swatch': toHex(riskClassColour(riskClass)) } as React.CSSProperties}
        aria-hidden
      />
      {name ? say(name) : '–'}
    </span>
  );
}
