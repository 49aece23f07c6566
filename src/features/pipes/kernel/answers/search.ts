// Finds elements by what a person types: ids, names, streets, materials, zones, kinds.

import { fold, splitWords } from '#model/fold.ts';
import { nodeKinds, pipeRoles } from '#model/pipe-network.ts';
import type { Text } from '#model/text.ts';
import { utilityNetworks } from '#model/utility-network.ts';
import { indexWords, type WordIndex } from '#model/word-index.ts';
import { findWords, matchLoosely, matchStrictly } from '#model/word-search.ts';
import type { PipeHit } from '../../contract/answers.ts';
import { wordOfValue } from '../../messages/attributes.ts';
import { countIndices, isOf, nameElement, toElement, toIndex } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';
import { placeOf } from './places.ts';
import { typeOf } from './type-of.ts';

/** Name of the street that an element lies in; undefined where none is near. */
export type StreetOf = (longitudeDeg: number, latitudeDeg: number) => string | undefined;

export class ElementSearch {
  readonly #networks: readonly KnownNetwork[];
  readonly #streetOf: StreetOf;
  readonly #index: WordIndex;
  readonly #count: number;

  constructor(networks: readonly KnownNetwork[], streetOf: StreetOf) {
    this.#networks = networks;
    this.#streetOf = streetOf;
    this.#count = countIndices(networks.map(({ base }) => base));
    this.#index = indexWords(textsOf(networks, streetOf));
  }

  /** Best first. A whole id goes before everything else. */
  find(query: string, limit: number): readonly PipeHit[] {
    const typed = splitWords(fold(query));
    const strict = findWords(this.#index, typed, this.#count, limit, matchStrictly);
    const found =
      strict.length > 0 ? strict : findWords(this.#index, typed, this.#count, limit, matchLoosely);
    const whole = this.#withId(query.trim());
    return [...new Set([...whole, ...found])].slice(0, limit).flatMap((index) => this.#hit(index));
  }

  #withId(id: string): readonly number[] {
    if (id === '') return [];
    return this.#networks.flatMap((known) =>
      (['link', 'node', 'valve'] as const).flatMap((kind) => {
        const row = known.rowOf(kind, id);
        return row === undefined ? [] : [toIndex(known.base, { kind, row })];
      }),
    );
  }

  #hit(index: number): readonly PipeHit[] {
    const known = this.#networks.find(({ base }) => isOf(base, index));
    if (!known) return [];
    const element = toElement(known.base, index);
    const name = nameElement(known, element);
    const place = placeOf(known.network, element);
    if (!Number.isFinite(place.longitudeDeg)) return [];
    const street = this.#streetOf(place.longitudeDeg, place.latitudeDeg);
    const { links } = known.network;
    const material = element.kind === 'link' ? links.materials[links.material[element.row]!] : '';
    const utility: Text = utilityNetworks[known.network.utility];
    const made = wordOfValue(material ?? '');
    const join = (words: readonly (string | undefined)[], comma: string) =>
      words.filter((one) => one !== undefined && one !== '').join(comma);
    const detail: Text = {
      en: join([utility.en, made.en, street], ', '),
      zh: join([utility.zh, made.zh, street], '，'),
    };
    return [{ ...name, title: name.id, detail, place }];
  }
}

function* textsOf(
  networks: readonly KnownNetwork[],
  streetOf: StreetOf,
): Generator<readonly [number, string]> {
  for (const { network, base } of networks) {
    const { links, nodes, valves } = network;
    for (const [row, id] of links.ids.entries()) {
      const element = { kind: 'link', row } as const;
      const { longitudeDeg, latitudeDeg } = placeOf(network, element);
      const words = [
        ...[
          id,
          spaced(typeOf(network, element)),
          spaced(links.materials[links.material[row]!] ?? ''),
        ],
        ...[links.zones[links.zone[row]!] ?? '', pipeRoles[links.role[row]!] ?? ''],
        streetOf(longitudeDeg, latitudeDeg) ?? '',
      ];
      yield [toIndex(base, element), words.join(' ')];
    }
    for (const [row, id] of nodes.ids.entries()) {
      const kind = nodeKinds[nodes.kind[row]!] ?? '';
      const street = streetOf(nodes.places[3 * row]!, nodes.places[3 * row + 1]!) ?? '';
      yield [toIndex(base, { kind: 'node', row }), `${id} ${kind} ${street}`];
    }
    for (const [row, id] of valves.ids.entries()) {
      const kind = valves.isSwitch[row] === 1 ? 'switch' : 'valve';
      yield [toIndex(base, { kind: 'valve', row }), `${id} ${kind}`];
    }
  }
}

/** `greyCastIron` → `grey cast iron` */
const spaced = (word: string) => word.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
