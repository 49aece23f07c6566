import { useText } from '#store/use-store.tsx';
import { formatNumber, StatusBadge, useKit } from '#ui';
import type { WaterAtBuilding } from '../../contract/response.ts';
import { messages } from './messages.ts';
import styles from './response.module.css';
import { useUnits } from './use-response.ts';

type Need = WaterAtBuilding['needs'][number];

/** Need, supply and shortfall, one line a standard. */
export function NeedRows({ water }: { readonly water: WaterAtBuilding }) {
  const say = useText();
  const { language } = useKit();
  const { flow, metres } = useUnits();
  const supplyWords = (need: Need) => {
    if (Number.isNaN(need.availableM3s)) return say(messages.notSolved);
    if (need.hydrants === 0) return say(messages.noneInReach(metres(need.reachM)));
    return need.isTogether
      ? say(messages.together(need.drawn, need.hydrants))
      : say(messages.aloneSum(need.drawn));
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say(messages.standard)}</th>
          <th scope="col" className={styles.number}>
            {say(messages.need)}
          </th>
          <th scope="col" className={styles.number}>
            {say(messages.available)}
          </th>
          <th scope="col">{say(messages.shortfall)}</th>
        </tr>
      </thead>
      <tbody>
        {water.needs.map((need) => (
          <tr key={need.standard}>
            <th scope="row">
              <span className={styles.two}>
                <span>{need.standard}</span>
                <span className={styles.small}>
                  {say(
                    messages.duration(
                      formatNumber(need.durationS / 3600, language, { decimals: 1 }),
                    ),
                  )}
                </span>
              </span>
            </th>
            <td className={styles.number}>{flow(need.neededM3s)}</td>
            <td className={styles.number}>{flow(need.availableM3s)}</td>
            <td>
              <span className={styles.two}>
                <ShortfallBadge need={need} />
                <span className={styles.small}>{supplyWords(need)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ShortfallBadge({ need }: { readonly need: Need }) {
  const say = useText();
  const { flow } = useUnits();
  if (Number.isNaN(need.shortfallM3s)) return <span>–</span>;
  return need.shortfallM3s > 0 ? (
    <StatusBadge tone="serious" word={say(messages.short(flow(need.shortfallM3s)))} isPlain />
  ) : (
    <StatusBadge tone="good" word={say(messages.enough)} isPlain />
  );
}
