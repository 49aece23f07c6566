import type { AttributeColumn } from '#contract/city-package.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { SelectField } from '#ui';
import {
  findColumn,
  labelOf,
  selectBuildings,
  selectColumns,
  sortColumns,
} from '../state/attributes.ts';

interface AttributeSelectProps {
  readonly label: string;
  readonly value: string | undefined;
  /** Offers to choose nothing, under this name. */
  readonly none?: string;
  readonly placeholder?: string;
  readonly onChange: (column: AttributeColumn | undefined) => void;
}

const NONE = '';
/** No icons in the options of a select: a sign tells the type. */
const SIGNS = { number: '#', category: '≡', boolean: '◐', text: 'T' } as const;

/** Chooses one of the city's attributes, with its type and how many buildings have it. */
export function AttributeSelect({
  label,
  value,
  none,
  placeholder,
  onChange,
}: AttributeSelectProps) {
  const say = useText();
  const columns = useAppState(selectColumns);
  const count = useAppState((state) => selectBuildings(state)?.count ?? 0);
  const coverage = ({ present }: AttributeColumn) => {
    const share = count > 0 ? (100 * present) / count : 0;
    return share >= 99.95 ? '' : ` · ${share < 1 ? '<1' : Math.floor(share)}%`;
  };
  const options = sortColumns(columns).map((column) => ({
    value: column.name,
    label: `${SIGNS[column.type]}  ${say(labelOf(column))}${coverage(column)}`,
  }));
  return (
    <SelectField
      label={label}
      value={value ?? (none === undefined ? undefined : NONE)}
      options={none === undefined ? options : [{ value: NONE, label: none }, ...options]}
      onChange={(name) => onChange(findColumn(columns, name))}
      {...(placeholder !== undefined && { placeholder })}
      isSearchable
    />
  );
}
