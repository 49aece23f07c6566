import { useText } from '#store/use-store.tsx';
import { formatNumber, formatQuantity, Note, Stack, Stat } from '#ui';
import type { FloodImpact } from '../../contract/impact.ts';
import { roundMoney } from '../../kernel/consequences/round-money.ts';
import styles from './consequences.module.css';
import { messages } from './messages.ts';
import { useIsDaytime, useLanguage } from './use-impact.ts';

/** The figures that a commander reads first. */
export function Headline({ impact }: { readonly impact: FloodImpact }) {
  const say = useText();
  const language = useLanguage();
  const isDay = useIsDaytime();
  const write = (value: number) => formatNumber(Math.round(value), language);
  const money = (value: number) => formatNumber(roundMoney(value), language, { isCompact: true });
  const { isolated, currency } = impact;
  const wet = impact.classes.reduce((sum, { buildings }) => sum + buildings, 0);
  const underWater = isDay ? impact.peopleDay : impact.peopleNight;
  return (
    <Stack gap="s">
      <div className={styles.stats}>
        <Stat
          label={say(isDay ? messages.peopleDay : messages.peopleNight)}
          value={Math.round(underWater)}
        >
          {say(
            isDay
              ? messages.byNight(write(impact.peopleNight))
              : messages.byDay(write(impact.peopleDay)),
          )}
        </Stat>
        <Stat label={say(messages.flooded)} value={impact.flooded}>
          {say(messages.wet(write(wet)))}
          {impact.basements !== undefined && (
            <> · {say(messages.basements(write(impact.basements)))}</>
          )}
        </Stat>
        <Stat label={say(messages.critical)} value={impact.critical.length}>
          {say(messages.cutOff(write(impact.cutOff.length)))}
        </Stat>
        <Stat label={say(messages.roads)} value={impact.roadsClosed}>
          {say(
            messages.roadsMore(
              formatQuantity(impact.roadsClosedM / 1000, 'km', language, { decimals: 1 }),
              write(impact.roadsClosedEngine),
            ),
          )}
        </Stat>
        <Stat
          label={say(messages.isolated)}
          value={Math.round(isDay ? isolated.peopleDay : isolated.peopleNight)}
        >
          {say(messages.isolatedIn(write(isolated.buildings)))}
        </Stat>
        <Stat
          label={say(messages.damage)}
          value={roundMoney(impact.damage)}
          unit={currency}
          isCompact
        />
      </div>
      {impact.damage > 0 && (
        <Note kind="faint">
          {say(
            messages.damageWhy(
              money(impact.damageLow),
              `${money(impact.damageHigh)}\u00a0${currency}`,
            ),
          )}
        </Note>
      )}
    </Stack>
  );
}
