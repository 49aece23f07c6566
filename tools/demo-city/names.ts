// Street names put together from words of the coast, no two alike.

import type { Random } from '#model/random.ts';

const words =
  `Anker Lotsen Salz Hering Netz Segel Möwen Leuchtturm Korn Brauer Böttcher Reepschläger Kirch
Kloster Schmiede Fähr Linden Ulmen Buchen Erlen Ahorn Kastanien Flieder Rosen Mühlen Deich Schleusen Werft
Speicher Hafen Dünen Bernstein Sand Kiebitz Reiher Schwalben Storchen Turm Markt Garten Wiesen Berg Tal
Quellen Post Schul Amts Zoll Goethe Schiller Lessing Heine Storm Fontane Humboldt Gauß Kepler Leibniz
Mozart Brahms Schubert Händel Bach Kiefern Tannen Eichen Birken Eschen Weiden Pappel Hasel Holunder Schlehen
Ginster Heide Lavendel Nelken Tulpen Veilchen Mohn Distel Farn Moos Dachs Fuchs Hasen Reh Hirsch Igel Otter
Biber Falken Habicht Sperling Amsel Drossel Finken Lerchen Meisen Kranich Bussard Eulen Dorsch Aal Forellen
Stint Krabben Muschel Korallen Perlen Kapitäns Steuermann Matrosen Fischer Bäcker Müller Weber Färber Gerber
Seiler Töpfer Glaser Zimmer Maurer Drucker Sattler Küfer Imker Schäfer Hirten Jäger Bürger Rats Grafen
Königs Herzog Ritter Burg Schloss Wall Graben Brunnen Brücken Ufer Insel Bucht Förde Haff Moor Bruch Koog`
    .split(/\s+/)
    .filter((word) => word !== '');
const endings = ['straße', 'straße', 'weg', 'stieg', 'ring', 'allee', 'damm'];
const oldEndings = ['gasse', 'twiete', 'gang', 'straße', 'hof'];
const before = ['', '', '', 'Alte ', 'Neue ', 'Kleine ', 'Große '];
const oldTown = new Set([
  'Altstadt',
  'Fischerviertel',
  'Hafenviertel',
  'Domviertel',
  'Klosterviertel',
  'St. Marien',
]);
const takesDer = new Set(['weg', 'stieg', 'ring', 'damm', 'gang']);

/** “Alte” before a street, “Alter” before a way: the ending decides. */
function withAdjective(adjective: string, word: string, ending: string): string {
  if (adjective === '') return `${word}${ending}`;
  const bare = adjective.trim();
  if (ending === 'hof' || takesDer.has(ending)) return `${bare}r ${word}${ending}`;
  return `${bare} ${word}${ending}`;
}

export function createStreetNames(
  random: Random,
  given: readonly string[],
): (district: string) => string {
  const taken = new Set(given);
  return (district) => {
    for (let attempt = 0; attempt < 200; attempt++) {
      const ending = random.pick(oldTown.has(district) ? oldEndings : endings);
      const name = withAdjective(random.pick(before), random.pick(words), ending);
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
    throw new Error(`No street name is left for ${district} after ${taken.size} streets.`);
  };
}
