import { type Coefficient, defaultCoefficients } from '#simulation/fire/risk/coefficients.ts';
import { liveFactors, staticFactors } from '#simulation/fire/risk/factors.ts';
import { useText } from '#store/use-store.tsx';
import { NumberField, PropertySection, TextField } from '#ui';
import { whatIfMessages as messages } from './messages-what-if.ts';
import styles from './risk.module.css';

type Group = keyof typeof messages.groups;
const groups: readonly Group[] = ['base', 'facts', 'detectors', 'consequence', 'classes'];
const ownRows = new Map(defaultCoefficients.map((row) => [row.name, row]));

interface CoefficientGroupsProps {
  readonly rows: readonly Coefficient[];
  readonly isOpen: boolean;
  readonly onChange: (row: Coefficient) => void;
}

/** The table in groups; a figure that is changed has its source beside it to be written. */
export function CoefficientGroups({ rows, isOpen, onChange }: CoefficientGroupsProps) {
  const say = useText();
  return groups.map((group) => {
    const own = rows.filter(({ name }) => groupOf(name) === group);
    if (own.length === 0) return null;
    return (
      <PropertySection
        key={group}
        title={say(messages.groups[group])}
        aside={own.length}
        isFree
        isInitiallyOpen={isOpen}
      >
        {own.map((row) => (
          <CoefficientRow key={row.name} row={row} onChange={onChange} />
        ))}
      </PropertySection>
    );
  });
}

interface CoefficientRowProps {
  readonly row: Coefficient;
  readonly onChange: (row: Coefficient) => void;
}

function CoefficientRow({ row, onChange }: CoefficientRowProps) {
  const say = useText();
  const own = ownRows.get(row.name);
  const isEdited = own?.value !== row.value;
  const change = (value: number | undefined) => {
    const next = value ?? Number.NaN;
    // A figure that somebody changed no longer has the source of the old one.
    const source =
      next === own?.value ? own.source : isEdited ? row.source : say(messages.ownSource);
    onChange({ ...row, value: next, source });
  };
  return (
    <div className={styles.coefficient}>
      <NumberField
        label={`${row.name}${isEdited ? ` · ${say(messages.edited)}` : ''}`}
        value={Number.isNaN(row.value) ? undefined : row.value}
        step={stepOf(own?.value ?? 1)}
        decimals={12}
        hint={isEdited ? row.unit : `${row.unit} · ${row.source}`}
        onChange={change}
      />
      {isEdited && (
        <TextField
          label={`${say(messages.source)}: ${row.name}`}
          value={row.source}
          onChange={(source) => onChange({ ...row, source })}
        />
      )}
    </div>
  );
}

/** A tenth of the figure's own size. */
const stepOf = (value: number): number =>
  value === 0 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);

function groupOf(name: string): Group {
  const [head = ''] = name.split('.');
  if (head === 'base') return 'base';
  if (head === 'class') return 'classes';
  if (liveFactors.some((one) => one === head)) return 'detectors';
  if (head === 'pastFires' || staticFactors.some((one) => one === head)) return 'facts';
  return 'consequence';
}
