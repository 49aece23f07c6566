import { describe, expect, it } from 'vitest';
import { createSaidProblems } from './said-problems.ts';
import { createAppStore } from './store.ts';

const away = { en: 'The worker is away.', zh: '工作线程不可用。' };
const back = { en: 'It begins again.', zh: '重新开始。' };

function begin() {
  const store = createAppStore();
  let nowMs = 1000;
  const problems = createSaidProblems(store, 'fire/smoke', () => nowMs);
  const told = () =>
    store.getState().problems.map(({ path, text, since }) => [path, text.en, since]);
  return { problems, told, wait: (ms: number) => (nowMs += ms) };
}

describe('what is said of a part', () => {
  it('stands once, since the first time, however often it is said', () => {
    const { problems, told, wait } = begin();
    problems.say('worker', away);
    wait(500);
    problems.say('worker', away);
    expect(told()).toEqual([['fire/smoke/worker', away.en, 1000]]);
  });

  it('gives way to another reason, and each topic stands for itself', () => {
    const { problems, told, wait } = begin();
    problems.say('worker', away);
    problems.say('map', away);
    wait(500);
    problems.say('worker', back);
    expect(told()).toEqual([
      ['fire/smoke/map', away.en, 1000],
      ['fire/smoke/worker', back.en, 1500],
    ]);
  });

  it('goes when it is all right again, and may come back', () => {
    const { problems, told } = begin();
    problems.say('worker', away);
    problems.say('worker', undefined);
    expect(told()).toEqual([]);
    problems.say('worker', away);
    expect(told()).toHaveLength(1);
  });

  it('goes all at once at the end, and leaves what others say', () => {
    const { problems, told } = begin();
    problems.say('worker', away);
    problems.say('map', back);
    problems.clearAll();
    expect(told()).toEqual([]);
  });
});
