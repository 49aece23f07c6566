import { describe, expect, it, vi } from 'vitest';
import { BUILDING_COLOURS, type BuildingColours, lendColoursTo } from './building-colours.ts';
import { createFrames } from './frames.ts';

const build = 'a';
const rgba = (red: number) => Uint8Array.of(red, 0, 0, 255);

function aCity() {
  const frames = createFrames();
  const seen = () => {
    const colours = frames.peek<BuildingColours>(BUILDING_COLOURS);
    return colours && `${colours.owner} ${colours.rgba[0]}`;
  };
  return {
    frames,
    seen,
    fire: lendColoursTo(frames, 'fire'),
    flood: lendColoursTo(frames, 'flood'),
  };
}

describe('colours that several features lend to buildings', () => {
  it('show those of the one that asked last, however often the other renews its own', () => {
    const { fire, flood, seen } = aCity();
    flood.ask();
    flood.lend({ build, rgba: rgba(1) });
    fire.ask();
    expect(seen()).toBe('flood 1');
    fire.lend({ build, rgba: rgba(2) });
    flood.lend({ build, rgba: rgba(3) });
    expect(seen()).toBe('fire 2');
    flood.ask();
    expect(seen()).toBe('flood 3');
  });

  it('show those of the one before where the last gives back, and none where all do', () => {
    const { fire, flood, seen } = aCity();
    flood.lend({ build, rgba: rgba(1) });
    fire.lend({ build, rgba: rgba(2) });
    expect(seen()).toBe('fire 2');
    fire.lend(undefined);
    expect(seen()).toBe('flood 1');
    flood.lend(undefined);
    expect(seen()).toBeUndefined();
  });

  it('keep the place of one that gave back for a while', () => {
    const { fire, flood, seen } = aCity();
    fire.lend({ build, rgba: rgba(2) });
    flood.lend({ build, rgba: rgba(1) });
    fire.ask();
    fire.lend(undefined);
    expect(seen()).toBe('flood 1');
    fire.lend({ build, rgba: rgba(4) });
    expect(seen()).toBe('fire 4');
  });

  it('upload nothing where what is seen stays', () => {
    const { frames, fire, flood } = aCity();
    fire.lend(undefined);
    expect(frames.take(BUILDING_COLOURS)).toBeUndefined();
    flood.lend({ build, rgba: rgba(1) });
    fire.lend({ build, rgba: rgba(2) });
    fire.ask();
    const publish = vi.fn();
    frames.subscribe(publish);
    flood.lend({ build, rgba: rgba(3) });
    fire.ask();
    expect(publish).not.toHaveBeenCalled();
  });

  it('are apart on each page, and one feature has one loan', () => {
    const one = aCity();
    const other = aCity();
    one.fire.lend({ build, rgba: rgba(2) });
    expect(other.seen()).toBeUndefined();
    lendColoursTo(one.frames, 'fire').lend(undefined);
    expect(one.seen()).toBeUndefined();
  });
});
