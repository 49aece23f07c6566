import { useAppStore, useText } from '#store/use-store.tsx';
import { NumberField, Segmented, Stack } from '#ui';
import { changePlan } from '../../state/evacuate.ts';
import type { EvacuationPlan } from '../../state/evacuation.ts';
import styles from './evacuation.module.css';
import { messages } from './messages.ts';
import { useEvacuation } from './use-evacuation.ts';

const occupancies = ['auto', 'day', 'night'] as const;

/** How far around, who is there, who drives: an order that stands follows at once. */
export function PlanFields() {
  const store = useAppStore();
  const say = useText();
  const { plan } = useEvacuation();
  const set = (part: Partial<EvacuationPlan>) => changePlan(store, part);
  const within = (value: number | undefined, least: number, most: number) =>
    value !== undefined && value >= least && value <= most ? value : undefined;
  return (
    <Stack gap="s">
      <Segmented
        label={say(messages.occupancy)}
        value={plan.occupancy}
        options={occupancies.map((value) => ({ value, label: say(messages.occupancies[value]) }))}
        onChange={(occupancy) => set({ occupancy })}
      />
      <div className={styles.fields}>
        <NumberField
          label={say(messages.margin)}
          unit="m"
          value={plan.marginM}
          {...{ min: 0, max: 5000, step: 50 }}
          onChange={(value) => {
            const marginM = within(value, 0, 5000);
            if (marginM !== undefined) set({ marginM });
          }}
        />
        <NumberField
          label={say(messages.carShare)}
          unit="%"
          value={Math.round(plan.carShare * 100)}
          {...{ min: 0, max: 100, step: 5 }}
          onChange={(value) => {
            const percent = within(value, 0, 100);
            if (percent !== undefined) set({ carShare: percent / 100 });
          }}
        />
        <NumberField
          label={say(messages.peoplePerCar)}
          value={plan.peoplePerCar}
          {...{ min: 1, max: 8, step: 0.5, decimals: 1 }}
          onChange={(value) => {
            const peoplePerCar = within(value, 1, 8);
            if (peoplePerCar !== undefined) set({ peoplePerCar });
          }}
        />
        <NumberField
          label={say(messages.ready)}
          unit="min"
          value={Math.round(plan.readyS / 60)}
          {...{ min: 0, max: 240, step: 5 }}
          onChange={(value) => {
            const minutes = within(value, 0, 240);
            if (minutes !== undefined) set({ readyS: minutes * 60 });
          }}
        />
      </div>
    </Stack>
  );
}
