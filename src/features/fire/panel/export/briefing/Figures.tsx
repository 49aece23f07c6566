import styles from './briefing.module.css';

interface FiguresProps {
  readonly figures: readonly { readonly name: string; readonly value: string }[];
}

/** Numbers that are read first, with their names. */
export function Figures({ figures }: FiguresProps) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
