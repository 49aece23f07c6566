import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { SelectField } from '#ui';
import type { SensorSort } from '../kernel/order.ts';
import { messages } from '../messages.ts';
import { selectSensors, sortSensors } from '../state.ts';

const choices = {
  worst: { column: 'status', direction: 'ascending' },
  name: { column: 'name', direction: 'ascending' },
  highest: { column: 'value', direction: 'descending' },
  lowest: { column: 'value', direction: 'ascending' },
  newest: { column: 'age', direction: 'ascending' },
  oldest: { column: 'age', direction: 'descending' },
} as const satisfies Record<string, SensorSort>;
type Choice = keyof typeof choices;
const names = Object.keys(choices) as Choice[];

/** The order of the list. */
export function SortSelect() {
  const store = useAppStore();
  const say = useText();
  const sort = useAppState((state) => selectSensors(state).sort);
  const chosen = names.find(
    (name) => choices[name].column === sort.column && choices[name].direction === sort.direction,
  );
  return (
    <SelectField
      label={say(messages.order)}
      isLabelHidden
      value={chosen}
      options={names.map((value) => ({ value, label: say(messages.orders[value]) }))}
      onChange={(value) => sortSensors(store, choices[value])}
    />
  );
}
