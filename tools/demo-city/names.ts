// Street names put together from words of the coast, no two alike.

import type { Random } from '#model/random.ts';

const first = [
  'Anker',
  'Lotsen',
  'Salz',
  'Hering',
  'Netz',
  'Segel',
  'Möwen',
  'Leuchtturm',
  'Korn',
  'Brauer',
  'Böttcher',
  'Reepschläger',
  'Kirch',
  'Kloster',
  'Schmiede',
  'Fähr',
  'Linden',
  'Ulmen',
  'Buchen',
  'Erlen',
  'Ahorn',
  'Kastanien',
  'Flieder',
  'Rosen',
  'Mühlen',
  'Deich',
  'Schleusen',
  'Werft',
  'Speicher',
  'Hafen',
  'Dünen',
  'Bernstein',
  'Sand',
  'Kiebitz',
  'Reiher',
  'Schwalben',
  'Storchen',
  'Turm',
  'Markt',
  'Garten',
  'Wiesen',
  'Berg',
  'Tal',
  'Quellen',
  'Post',
  'Schul',
  'Amts',
  'Zoll',
];
const endings: Readonly<Record<string, readonly string[]>> = {
  Altstadt: ['gasse', 'twiete', 'gang', 'straße'],
  Fischerviertel: ['gasse', 'twiete', 'gang', 'hof'],
  Neustadt: ['straße', 'platz', 'allee'],
  Osthafen: ['straße', 'damm'],
};
const otherEndings = ['straße', 'weg', 'straße', 'stieg', 'ring'];

export function createStreetNames(random: Random): (district: string) => string {
  const taken = new Set<string>();
  return (district) => {
    for (let attempt = 0; attempt < 60; attempt++) {
      const name = `${random.pick(first)}${random.pick(endings[district] ?? otherEndings)}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
    const name = `Straße ${taken.size + 1}`;
    taken.add(name);
    return name;
  };
}
