import { useText } from '#store/use-store.tsx';
import { formatQuantity } from '#ui';
import type { RoadClosure } from '../../../contract/impact.ts';
import { useLanguage } from '../../consequences/use-impact.ts';
import { messages } from './messages.ts';

interface StreetTableProps {
  readonly closures: readonly RoadClosure[];
  readonly inAll: number;
  readonly since: (timeS: number) => string;
}

export function StreetTable({ closures, inAll, since }: StreetTableProps) {
  const say = useText();
  const language = useLanguage();
  const span = (fromS: number | undefined, toS: number | undefined) => {
    if (fromS === undefined) return '–';
    return toS === undefined ? `${since(fromS)} –` : say(messages.since(since(fromS), since(toS)));
  };
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(messages.name)}</th>
            <th scope="col">{say(messages.length)}</th>
            <th scope="col">{say(messages.deepest)}</th>
            <th scope="col">{say(messages.cars)}</th>
            <th scope="col">{say(messages.engines)}</th>
          </tr>
        </thead>
        <tbody>
          {closures.map((road) => (
            <tr key={road.id}>
              <th scope="row">{road.name || road.id}</th>
              <td>{formatQuantity(road.lengthM, 'm', language, { decimals: 0 })}</td>
              <td>{formatQuantity(road.maxDepthM, 'm', language, { decimals: 2 })}</td>
              <td>{span(road.closedCarS, road.openCarS)}</td>
              <td>{span(road.closedEngineS, road.openEngineS)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {inAll > closures.length && <p>{say(messages.more(inAll - closures.length))}</p>}
    </>
  );
}
