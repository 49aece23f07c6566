import { useAppState, useText } from '#store/use-store.tsx';
import { Popover } from '#ui';
import { messages } from './messages.ts';
import styles from './status-bar.module.css';

/** Whose data are on the screen, with their licences. */
export function Attribution() {
  const say = useText();
  const sources = useAppState(({ city }) => city?.manifest.sources);
  if (!sources) return null;
  const short = [...new Set(sources.map(({ file, attribution }) => attribution ?? file))].join(
    ', ',
  );
  return (
    <Popover
      label={say(messages.sourcesHint)}
      side="top"
      trigger={
        <button
          type="button"
          className={styles.attribution}
          aria-label={`© ${short} · ${say(messages.sourcesHint)}`}
        >
          © {short}
        </button>
      }
    >
      <ul className={styles.sources}>
        {sources.map(({ file, format, attribution, licence }) => (
          <li key={file}>
            <strong>{attribution ?? file}</strong>
            <span>
              {attribution && `${file} · `}
              {format} · {licence ?? say(messages.noLicence)}
            </span>
          </li>
        ))}
        <li>
          <span>{say(messages.earth)}</span>
        </li>
      </ul>
    </Popover>
  );
}
