import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '#model/input-error.ts';
import { GrowingFloat64 } from '../geometry/growing.ts';
import type { ByteSource } from './byte-source.ts';
import { toByteSource } from './byte-source.ts';
import { JsonScanner } from './scanner.ts';

const toSource = (text: string) => toByteSource('a.json', new TextEncoder().encode(text));

/** A source that gives no more than `most` bytes at once, so that every token meets a window's end. */
function toTricklingSource(text: string, most: number): ByteSource {
  const source = toSource(text);
  return { ...source, read: (offset, length) => source.read(offset, Math.min(length, most)) };
}

function elementsOf(source: ByteSource): string[] {
  const elements: string[] = [];
  const scanner = new JsonScanner(source);
  scanner.readArray(() => {
    const { start, end } = scanner.skipValue();
    let text = '';
    for (let at = start; at < end; at++) text += String.fromCharCode(source.read(at, 1)[0]!);
    elements.push(text);
  });
  return elements;
}

describe('JsonScanner', () => {
  it('finds the elements of any array, however the bytes arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.integer({ min: 1, max: 40 }), (values, most) => {
        const text = JSON.stringify(values, null, values.length % 3);
        const latin = new TextDecoder('latin1').decode(new TextEncoder().encode(text));
        const elements = elementsOf(toTricklingSource(text, most));
        const decode = (element: string) =>
          JSON.parse(
            new TextDecoder().decode(Uint8Array.from(element, (sign) => sign.charCodeAt(0))),
          );
        expect(latin.length).toBeGreaterThan(0);
        expect(elements.map(decode)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads numbers as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = JSON.stringify(number);
        expect(new JsonScanner(toSource(text)).readNumber()).toBe(JSON.parse(text) + 0);
      }),
    );
  });

  it('reads lists of three numbers as JSON.parse does, however they are written', () => {
    const whole = fc.maxSafeInteger().filter((number) => !Object.is(number, -0));
    const triple = fc.tuple(whole, fc.oneof(whole, fc.constant(1.5)), fc.integer());
    const spacing = fc.constantFrom('', '', '', ' ', '\n');
    const written = fc.tuple(triple, spacing).map(([numbers, blank]) => ({
      numbers,
      text: `[${numbers.join(`,${blank}`)}]`,
    }));
    fc.assert(
      fc.property(
        fc.array(written, { maxLength: 60 }),
        fc.constantFrom(100, 1 << 20),
        (triples, most) => {
          const text = `[${triples.map((one) => one.text).join(',')}]`;
          const scanner = new JsonScanner(toTricklingSource(text, most));
          const numbers = new GrowingFloat64();
          scanner.readArray(() => {
            scanner.readTightTriples(numbers);
            scanner.readArray(() => numbers.push(scanner.readNumber()));
          });
          expect([...numbers.take()]).toEqual(triples.flatMap((one) => one.numbers));
        },
      ),
    );
  });

  it('reads names with escapes and signs of any script', () => {
    const names: string[] = [];
    const scanner = new JsonScanner(toSource('{"a\\"b": 1, "城市": 2, "": 3}'));
    scanner.readObject((name) => {
      names.push(name);
      scanner.skipValue();
    });
    expect(names).toEqual(['a"b', '城市', '']);
  });

  it.each([
    ['[1, 2', 'a.json, line 1 (byte 5): the file ends in the middle of a value; it looks cut off.'],
    [
      '[1,\n2 3]',
      "a.json, line 2 (byte 6): found '3]' where ',' or ']' after a value was expected.",
    ],
    ['[,]', "a.json, line 1 (byte 1): found ',]' where a value was expected."],
    ['["a', 'a.json, line 1 (byte 3): the file ends in the middle of a value; it looks cut off.'],
  ])('says where %j breaks', (text, sentence) => {
    const attempt = () => elementsOf(toSource(text));
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(sentence);
  });
});
