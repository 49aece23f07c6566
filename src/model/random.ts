// Seeded random numbers: same seed, same sequence on every machine.
// Source: sfc32, Chris Doty-Humphrey's PractRand (public domain); seeds hashed by FNV-1a.

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Uniform whole number from low to high, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One of the items; throws where there is none. */
  pick<Item>(items: readonly Item[]): Item;
  /** A sequence of its own that doesn't depend on how far this one has run. */
  fork(label: string): Random;
}

function hash(text: string, basis: number): number {
  let value = basis >>> 0;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}

export function createRandom(seed: string): Random {
  let a = hash(seed, 0x811c9dc5);
  let b = hash(seed, 0x9e3779b9);
  let c = hash(seed, 0x85ebca6b);
  let counter = 1;

  function next(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) next();

  const random: Random = {
    next,
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('Cannot pick from an empty list.');
      return item;
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  };
  return random;
}
