import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitForTurn } from './turns.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const nextTask = () => vi.advanceTimersToNextTimer();

test('builds one after another, each in a task of its own, in the order they came', () => {
  const built: string[] = [];
  waitForTurn(() => built.push('first'));
  waitForTurn(() => built.push('second'));
  expect(built).toEqual([]);
  nextTask();
  expect(built).toEqual(['first']);
  nextTask();
  expect(built).toEqual(['first', 'second']);
  expect(vi.getTimerCount()).toBe(0);
});

test('never builds what is gone before its turn, and goes on with the next', () => {
  const built: string[] = [];
  const leave = waitForTurn(() => built.push('gone'));
  leave();
  waitForTurn(() => built.push('here'));
  nextTask();
  expect(built).toEqual(['here']);
  leave();
  expect(vi.getTimerCount()).toBe(0);
});

test('takes turns of what comes while another is built', () => {
  const built: string[] = [];
  waitForTurn(() => {
    built.push('outer');
    waitForTurn(() => built.push('inner'));
  });
  nextTask();
  expect(vi.getTimerCount()).toBe(1);
  nextTask();
  expect(built).toEqual(['outer', 'inner']);
});
