import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Row, SelectField } from '#ui';
import { riskOrders } from '../../contract/risk.ts';
import { askRisk } from '../../state/change-risk.ts';
import { selectFire } from '../../state.ts';
import { messages } from './messages.ts';

/** By what the list is ordered, the largest first where another order is chosen. */
export function OrderBy() {
  const say = useText();
  const store = useAppStore();
  const { order, isDescending } = useAppState((state) => selectFire(state).risk.query);
  return (
    <>
      <SelectField
        label={say(messages.orderBy)}
        value={order}
        options={riskOrders.map((value) => ({ value, label: say(messages.orders[value]) }))}
        onChange={(next) => askRisk(store, { order: next, isDescending: true })}
      />
      <Row>
        <Button
          size="s"
          kind="quiet"
          icon="sort"
          onClick={() => askRisk(store, { isDescending: !isDescending })}
        >
          {say(isDescending ? messages.descending : messages.ascending)}
        </Button>
      </Row>
    </>
  );
}
