import { useText } from '#store/use-store.tsx';
import { formatNumber, formatQuantity } from '#ui';
import type { FloodHit } from '../../../contract/impact.ts';
import { useName } from '../../consequences/thing-names.ts';
import { useLanguage } from '../../consequences/use-impact.ts';
import { messages } from './messages.ts';

const MOST = 20;

interface SiteTableProps {
  readonly sites: readonly FloodHit[];
  readonly since: (timeS: number) => string;
}

export function SiteTable({ sites, since }: SiteTableProps) {
  const say = useText();
  const nameUse = useName();
  const language = useLanguage();
  const metres = (value: number) => formatQuantity(value, 'm', language, { decimals: 2 });
  const people = (value: number) => formatNumber(Math.round(value), language);
  if (sites.length === 0) return <p>{say(messages.none)}</p>;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(messages.name)}</th>
            <th scope="col">{say(messages.kind)}</th>
            <th scope="col">{say(messages.depth)}</th>
            <th scope="col">{say(messages.deepest)}</th>
            <th scope="col">{say(messages.reached)}</th>
            <th scope="col">{say(messages.people)}</th>
          </tr>
        </thead>
        <tbody>
          {sites.slice(0, MOST).map((site) => (
            <tr key={`${site.feature} ${site.id}`}>
              <th scope="row">{site.name}</th>
              <td>{nameUse(site.use)}</td>
              <td>{metres(site.depthM)}</td>
              <td>{metres(site.maxDepthM)}</td>
              <td>{Number.isFinite(site.firstWetS) ? since(site.firstWetS) : '–'}</td>
              <td>
                {people(site.peopleDay)} / {people(site.peopleNight)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sites.length > MOST && <p>{say(messages.more(sites.length - MOST))}</p>}
    </>
  );
}
