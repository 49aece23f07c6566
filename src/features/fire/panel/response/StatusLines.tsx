import { useText } from '#store/use-store.tsx';
import { Banner, Note, Skeleton, Stack } from '#ui';
import { lackTexts, messages } from './messages.ts';
import { useCover, useResponseStatus } from './use-response.ts';

/** How the worker stands, and what the city doesn't tell. */
export function StatusLines() {
  const say = useText();
  const status = useResponseStatus();
  const hasCover = useCover() !== undefined;
  if (!status) return null;
  return (
    <Stack gap="s">
      {status.phase === 'failed' && (
        <Banner tone="warning" title={say(messages.failed(status.problem ?? ''))}>
          {hasCover && say(messages.isOld)}
        </Banner>
      )}
      {status.phase === 'opening' && (
        <>
          <Note kind="faint">{say(hasCover ? messages.isOld : messages.opening)}</Note>
          {!hasCover && <Skeleton lines={4} />}
        </>
      )}
      {status.lacks.map((lack) => (
        <Note key={lack} kind="faint">
          {say(lackTexts[lack])}
        </Note>
      ))}
    </Stack>
  );
}
