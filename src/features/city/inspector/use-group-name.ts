import { useAppState, useText } from '#store/use-store.tsx';
import { formatNumber, useKit } from '#ui';
import type { ClassKey } from '../contract.ts';
import {
  className,
  decimalsOf,
  findColumn,
  numberFormatOf,
  selectColumns,
} from '../state/attributes.ts';
import { selectCity } from '../state.ts';

/** Names the classes that statistics are grouped by: those of the colours where there are any. */
export function useGroupName(): (key: ClassKey) => string {
  const say = useText();
  const { language } = useKit();
  const columns = useAppState(selectColumns);
  const legend = useAppState((state) => selectCity(state).report.legend);
  const column = legend && findColumn(columns, legend.column);
  const decimals = decimalsOf(legend?.breaks ?? []);
  const write = (limit: number) =>
    formatNumber(limit, language, { decimals, ...numberFormatOf(column ?? {}) });
  return (key) => say(className(key, column?.type, write));
}
