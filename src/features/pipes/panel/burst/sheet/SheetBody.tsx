import type { Text } from '#model/text.ts';
import { useAppState } from '#store/use-store.tsx';
import { SheetHead } from '#ui';
import type { BurstIncident } from '../../../contract/burst.ts';
import { parseKey } from '../../../kernel/index-space.ts';
import { actText, burstMessages } from '../../../messages/burst.ts';
import { sheetMessages as messages } from '../../../messages/sheet.ts';
import { useMoment, useQuantity } from '../../use-words.ts';
import { figuresOf } from '../figures.ts';
import { orderNumber } from '../IncidentActions.tsx';
import type { ShownIncident } from '../use-incident.ts';
import styles from './sheet.module.css';
import { ValveTable } from './ValveTable.tsx';

interface SheetBodyProps {
  readonly incident: BurstIncident;
  readonly shown: ShownIncident;
  readonly write: (text: Text) => string;
  /** Address of the globe's picture; undefined until it is taken. */
  readonly picture: string | undefined;
}

/** What is printed. */
export function SheetBody({ incident, shown, write, picture }: SheetBodyProps) {
  const moment = useMoment();
  const quantity = useQuantity();
  const city = useAppState((state) => state.city?.manifest.name ?? '');
  const { plan, state, atMs } = shown;
  const figures = figuresOf(shown);
  const pipe = parseKey(incident.link)?.id ?? incident.link;
  const critical = plan?.critical ?? [];
  return (
    <div className={styles.body}>
      <SheetHead
        title={`${write(burstMessages.workOrder)} ${orderNumber(incident)}`}
        subtitle={`${city} · ${write(burstMessages.title(incident.place))} · ${write(burstMessages.pipe(pipe))}`}
        facts={[
          { name: write(messages.began), value: moment(incident.onsetMs) },
          { name: write(messages.asOf), value: moment(atMs) },
          {
            name: write(messages.place),
            value: `${incident.latitudeDeg.toFixed(6)}, ${incident.longitudeDeg.toFixed(6)}`,
          },
        ]}
      />
      {picture && <img src={picture} alt={write(messages.picture)} />}
      {plan?.isolation && state && (
        <section>
          <h2>{write(burstMessages.valves)}</h2>
          <ValveTable
            valves={plan.isolation.valves}
            passed={plan.isolation.passed}
            closed={state.closed.map(({ valve }) => valve)}
            write={write}
          />
        </section>
      )}
      {figures && (
        <section>
          <h2>{write(messages.effects)}</h2>
          <dl className={styles.facts}>
            <dt>{write(burstMessages.withoutSupply)}</dt>
            <dd>
              {quantity(figures.isolatedCustomers + figures.strandedCustomers, '')}{' '}
              {write(burstMessages.customersUnit)}
            </dd>
            <dt>{write(burstMessages.drained)}</dt>
            <dd>
              {quantity(figures.drainedM, 'm', { decimals: 0 })} ·{' '}
              {quantity(figures.drainedM3, 'm³', { decimals: 1 })}
            </dd>
            {figures.water && (
              <>
                <dt>
                  {write(burstMessages.lowPressure)} ({write(messages.simulated)})
                </dt>
                <dd>
                  {quantity(figures.water.lowPressureCustomers, '')}{' '}
                  {write(burstMessages.customersUnit)}
                </dd>
                <dt>
                  {write(burstMessages.waterLost)} ({write(messages.simulated)})
                </dt>
                <dd>{quantity(figures.water.lostM3, 'm³', { decimals: 0 })}</dd>
              </>
            )}
          </dl>
        </section>
      )}
      {critical.length > 0 && (
        <section>
          <h2>{write(burstMessages.critical)}</h2>
          <ul className={styles.boxes}>
            {critical.map(({ key, name, why }) => (
              <li key={key}>
                <span className={styles.box} aria-hidden />
                <strong>{name}</strong> – {write(burstMessages.why[why])}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{write(burstMessages.log)}</h2>
        <ol>
          {incident.steps
            .filter((step) => step.atMs <= atMs || !shown.isReplay)
            .map((step) => (
              <li key={step.key}>
                {moment(step.atMs)} – {write(actText(step.act))}
                {step.by && ` (${step.by})`}
              </li>
            ))}
        </ol>
      </section>
      <footer className={styles.signatures}>
        <span>{write(messages.orderedBy)}</span>
        <span>{write(messages.doneBy)}</span>
        <span>{write(messages.dateTime)}</span>
      </footer>
    </div>
  );
}
