import { timeFormat } from '#model/formats.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Banner } from '#ui';
import { messages } from './messages.ts';

/** Says so while the server of the open city does not answer. */
export function ServerNotice() {
  const say = useText();
  const silentSince = useAppState(({ opening }) => opening.silentSince);
  const language = useAppState(({ preferences }) => preferences.language);
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone);
  if (silentSince === undefined || !timeZone) return null;
  const time = timeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(silentSince);
  return <Banner tone="warning" title={say(messages.silent(time))} />;
}
