// What the receiver of a link will not see, said before it is sent.

import type { Text } from '#model/text.ts';
import type { AppState } from '#store/store.ts';
import { SHELF_PATH } from '#workers/shelf/client.ts';
import { LONGEST_HASH } from './link.ts';
import { MOST_SHARED_SELECTED } from './shared-view.ts';

/** One sentence for each thing that a link of this state leaves behind. */
export function listLeftBehind(
  state: AppState,
  address: { readonly hostname: string; readonly hash: string },
): readonly Text[] {
  const { hostname, hash } = address;
  const left: Text[] = [];
  if (/^(localhost|127\.|\[?::1)/.test(hostname)) left.push(sentences.thisMachine);
  if (state.city && new URL(state.city.baseUrl).pathname.startsWith(SHELF_PATH)) {
    left.push(sentences.dropped(state.city.manifest.name));
  }
  for (const { manifest } of state.guests) left.push(sentences.guest(manifest.name));
  if (state.selection.length > MOST_SHARED_SELECTED) {
    left.push(sentences.selection(state.selection.length));
  }
  if (hash.length > LONGEST_HASH) left.push(sentences.tooLong);
  if (state.clock.mode === 'live') left.push(sentences.live);
  return left;
}

const sentences = {
  thisMachine: {
    en: 'This address works on this machine alone: others need the server’s name in its place and the same city in its data folder.',
    zh: '此地址仅在本机有效：他人需要使用服务器名称，且其数据文件夹中须有同一城市。',
  },
  dropped: (name: string): Text => ({
    en: `${name} was dropped on this page and is kept in this browser alone: nobody else can open it.`,
    zh: `${name} 是拖放到此页面的，仅保存在此浏览器中：他人无法打开。`,
  }),
  guest: (name: string): Text => ({
    en: `${name} was dropped onto this city and is kept in this browser alone: the receiver sees the city without it.`,
    zh: `${name} 是拖放到此城市的，仅保存在此浏览器中：接收者看到的城市不含此模型。`,
  }),
  selection: (count: number): Text => ({
    en: `Of ${count} selected things the link carries the first ${MOST_SHARED_SELECTED}.`,
    zh: `所选 ${count} 个对象中，链接仅包含前 ${MOST_SHARED_SELECTED} 个。`,
  }),
  tooLong: {
    en: 'So much is hidden or filtered here that the link is too long to be opened. Show some of it again.',
    zh: '隐藏或筛选的内容过多，链接过长而无法打开。请恢复显示部分内容。',
  },
  live: {
    en: 'The time is live: the receiver sees the sun of their own moment.',
    zh: '时间为实时：接收者看到的是其打开时刻的日照。',
  },
} as const;
