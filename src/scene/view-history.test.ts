import { describe, expect, it } from 'vitest';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { initialCamera } from '#store/camera.ts';
import { createAppStore } from '#store/store.ts';
import { sceneCommands } from './commands.ts';
import { sceneSlice, setHistory } from './state.ts';
import { emptyHistory, remember, step } from './view-history.ts';

const at = (height: number) => ({
  position: { longitude: fromDegrees(4), latitude: fromDegrees(52), height: metres(height) },
  heading: radians(0),
  pitch: fromDegrees(-45),
  roll: radians(0),
});

describe('the history of views', () => {
  const three = [100, 200, 300].map(at).reduce(remember, emptyHistory);

  it('does not grow while the eye rests', () => {
    expect(remember(three, at(300))).toBe(three);
  });

  it('goes back and forward and stops at either end', () => {
    const back = step(step(three, -1), -1);
    expect(back.at).toBe(0);
    expect(step(back, -1)).toBe(back);
    expect(step(back, 1).at).toBe(1);
    expect(step(three, 1)).toBe(three);
  });

  it('forgets what lay ahead once the eye went elsewhere', () => {
    const elsewhere = remember(step(three, -1), at(900));
    expect(elsewhere.views.map(({ position }) => position.height)).toEqual([100, 200, 900]);
  });

  it('keeps the last 50', () => {
    const long = Array.from({ length: 70 }, (_, index) => at(100 + index * 10)).reduce(
      remember,
      emptyHistory,
    );
    expect(long.views).toHaveLength(50);
    expect(long.views.at(-1)?.position.height).toBe(790);
  });
});

describe('the view commands', () => {
  const run = (id: string, store: ReturnType<typeof createAppStore>) =>
    sceneCommands.find((command) => command.id === id)?.run(store);

  it('fly back to the view before', () => {
    const store = createAppStore();
    setHistory(store, [100, 200].map(at).reduce(remember, emptyHistory));
    run('view.back', store);
    expect(store.getState().camera.flight?.to).toEqual(at(100));
    expect(sceneSlice.select(store.getState()).history.at).toBe(0);
  });

  it('add up when pressed twice before the first flight has landed', () => {
    const store = createAppStore({ camera: { ...initialCamera, ...at(1000) } });
    run('view.farther', store);
    run('view.farther', store);
    expect(store.getState().camera.flight?.to.position.height).toBeGreaterThan(3900);
  });

  it('have one shortcut each', () => {
    const shortcuts = sceneCommands.map(({ shortcut }) => shortcut);
    expect(new Set(shortcuts).size).toBe(sceneCommands.length);
  });
});
