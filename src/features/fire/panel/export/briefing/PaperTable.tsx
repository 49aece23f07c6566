import { useText } from '#store/use-store.tsx';
import { messages } from './messages.ts';

interface PaperTableProps {
  readonly heads: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  readonly most?: number;
}

const MOST = 15;

/** A plain table for paper: what doesn't fit is counted. */
export function PaperTable({ heads, rows, most = MOST }: PaperTableProps) {
  const say = useText();
  if (rows.length === 0) return <p>{say(messages.none)}</p>;
  return (
    <>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {others.map((cell, at) => (
                <td key={heads[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && <p>{say(messages.more(rows.length - most))}</p>}
    </>
  );
}
