// What a card says of the incident that it opened: sent, kept, or why the server hasn't taken it.

import type { Text } from '#model/text.ts';
import { useFrame } from '#scene/use-frames.tsx';
import type { IncidentKeeping } from './incident-outbox.ts';

const words = {
  sending: { en: 'being sent to the server', zh: '正在发送至服务器' },
  kept: (number: number): Text => ({
    en: `Incident ${number}, kept on the server`,
    zh: `事件 ${number}，已存至服务器`,
  }),
  waits: (reason: string): Text => ({
    en: `Not on the server yet, tried again by itself: ${reason}`,
    zh: `尚未存至服务器，将自动重试：${reason}`,
  }),
} as const;

/** `channel` carries the feature's `IncidentKeeping`. */
export function useIncidentLine(channel: string): Text {
  const keeping = useFrame<IncidentKeeping>(channel);
  if (keeping?.reason) return words.waits(keeping.reason);
  const isKept = keeping?.number !== undefined && keeping.waiting === 0;
  return isKept && keeping.number ? words.kept(keeping.number) : words.sending;
}
