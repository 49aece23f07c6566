import { describe, expect, it } from 'vitest';
import { createFrames } from './frames.ts';

describe('frames', () => {
  it('gives the latest once to who takes it, and to whoever peeks as often as asked', () => {
    const frames = createFrames();
    frames.publish('sensors', 'first');
    frames.publish('sensors', 'second');
    expect(frames.peek('sensors')).toBe('second');
    expect([frames.take('sensors'), frames.take('sensors')]).toEqual(['second', undefined]);
    expect(frames.peek('sensors')).toBe('second');
    frames.publish('sensors', undefined);
    expect([frames.take('sensors'), frames.peek('sensors')]).toEqual([undefined, undefined]);
  });

  it('tells listeners of the channel until they leave', () => {
    const frames = createFrames();
    const heard: string[] = [];
    const leave = frames.subscribe((channel) => heard.push(channel));
    frames.publish('city', 1);
    leave();
    frames.publish('flood', 1);
    expect(heard).toEqual(['city']);
  });
});
