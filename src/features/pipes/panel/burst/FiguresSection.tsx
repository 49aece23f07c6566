import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Banner, Note, Stack, Stat, StatusBadge } from '#ui';
import { type NetworkValues, pipeValues } from '../../contract.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import { useNetworks } from '../use-line.ts';
import { useMoment, useQuantity } from '../use-words.ts';
import styles from './burst.module.css';
import { type Figures, figuresOf } from './figures.ts';
import type { ShownIncident } from './use-incident.ts';

/** Four figures that are read from afar: whom it hits, what it costs. */
export function FiguresSection({ shown }: { readonly shown: ShownIncident }) {
  const say = useText();
  const quantity = useQuantity();
  const figures = figuresOf(shown);
  if (!figures) return null;
  const { isolatedCustomers, strandedCustomers, drainedM, drainedM3, water } = figures;
  return (
    <Stack gap="s">
      {shown.plan?.isolation && !shown.plan.isolation.isIsolable && (
        <Banner tone="critical" title={say(messages.notIsolable)} />
      )}
      <div className={styles.figures}>
        <Stat
          label={say(messages.withoutSupply)}
          value={isolatedCustomers + strandedCustomers}
          unit={say(messages.customersUnit)}
        >
          {say(messages.whereWithout(isolatedCustomers, strandedCustomers))}
        </Stat>
        <Stat
          label={say(messages.lowPressure)}
          value={water?.lowPressureCustomers}
          unit={say(messages.customersUnit)}
        />
        <Stat label={say(messages.waterLost)} value={water?.lostM3} unit="m³" decimals={0}>
          {water &&
            say(messages.perMinute(quantity(water.burstFlowM3s * 60, 'm³', { decimals: 2 })))}
        </Stat>
        <Stat label={say(messages.drained)} value={drainedM} unit="m" decimals={0}>
          {quantity(drainedM3, 'm³', { decimals: 1 })}
        </Stat>
      </div>
      <Sources figures={figures} shown={shown} />
    </Stack>
  );
}

/** Who says so: topology of the register, and a model that simulates. */
function Sources({ figures, shown }: { readonly figures: Figures; readonly shown: ShownIncident }) {
  const say = useText();
  const moment = useMoment();
  const quantity = useQuantity();
  const { plan, isReplay } = shown;
  const network = useNetworks().find((one) => one.network === plan?.isolation?.network);
  const values = useFrame<NetworkValues>(pipeValues(network?.network ?? ''));
  return (
    <>
      <Note kind="faint">
        {say(messages.topologySays)}
        {plan &&
          !isReplay &&
          plan.answeredInMs > 0 &&
          ` · ${say(messages.answeredIn(quantity(plan.answeredInMs, 'ms', { decimals: 0 })))}`}
      </Note>
      {figures.water && values && (
        <StatusBadge
          isPlain
          tone={values.staleSinceMs === undefined ? 'simulated' : 'stale'}
          word={say(messages.simulated(values.model, moment(figures.water.atMs)))}
        />
      )}
      {!figures.water && network && (
        <Note kind="faint">
          {say(network.hasModel ? messages.waitingForModel : messages.noModel)}
        </Note>
      )}
    </>
  );
}
