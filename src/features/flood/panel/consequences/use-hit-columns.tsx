import { useText } from '#store/use-store.tsx';
import { formatNumber, type TableColumn } from '#ui';
import type { FloodHit } from '../../contract/impact.ts';
import { roundMoney } from '../../kernel/consequences/round-money.ts';
import { useSince } from '../use-flood.ts';
import { messages } from './messages.ts';
import { useName } from './thing-names.ts';
import { useLanguage } from './use-impact.ts';

/** Columns of the list; their ids are what the worker sorts by. */
export function useHitColumns(currency: string): readonly TableColumn<FloodHit>[] {
  const say = useText();
  const since = useSince();
  const language = useLanguage();
  const nameOf = useName();
  const number = (
    id: 'depthM' | 'maxDepthM' | 'maxHazard' | 'peopleDay' | 'peopleNight',
    title: string,
    decimals: number,
    unit?: string,
  ): TableColumn<FloodHit> => ({
    ...{ id, title, align: 'end', width: '5rem', ...(unit && { unit }) },
    value: (hit) => hit[id],
    render: (hit) => formatNumber(hit[id], language, { decimals }),
  });
  return [
    {
      id: 'name',
      title: say(messages.name),
      width: 'minmax(9rem, 2fr)',
      value: ({ name }) => name,
    },
    {
      id: 'use',
      title: say(messages.use),
      width: 'minmax(6rem, 1fr)',
      value: ({ use, basementStoreys = 0 }) =>
        basementStoreys > 0 ? `${nameOf(use)} · ${say(messages.withBasement)}` : nameOf(use),
    },
    {
      id: 'firstWetS',
      title: say(messages.firstWet),
      align: 'end',
      width: '7rem',
      value: ({ firstWetS }) => firstWetS,
      render: ({ firstWetS }) => since(firstWetS),
    },
    number('depthM', say(messages.depth), 2, 'm'),
    number('maxDepthM', say(messages.maxDepth), 2, 'm'),
    number('maxHazard', say(messages.hazard), 1),
    number('peopleDay', say(messages.day), 0),
    number('peopleNight', say(messages.night), 0),
    {
      id: 'damage',
      title: say(messages.damageColumn),
      unit: currency,
      align: 'end',
      width: '6rem',
      value: ({ damage }) => damage,
      render: ({ damage }) => formatNumber(roundMoney(damage), language, { isCompact: true }),
    },
  ];
}
