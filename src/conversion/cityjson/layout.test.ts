import { describe, expect, it } from 'vitest';
import { toByteSource } from '../json/byte-source.ts';
import { Findings } from '../report.ts';
import { guessVerticesAt, readVertices, scanCityJson } from './layout.ts';

const toSource = (text: string) => toByteSource('town.json', new TextEncoder().encode(text));
const head = '{"type":"CityJSON","version":"2.0","CityObjects":{},';
const vertices = '[[1,2,3],[-4,5,60]]';

describe('the vertices of a CityJSON file', () => {
  it('are found from the end of the file, at the byte where the scan finds them', () => {
    const source = toSource(`${head}"note":"${'x'.repeat(3 << 20)}","vertices": ${vertices}}`);
    const { verticesAt } = scanCityJson(source, new Findings());
    expect(guessVerticesAt(source)).toBe(verticesAt);
    expect([...readVertices(source, verticesAt)]).toEqual([1, 2, 3, -4, 5, 60]);
  });

  it('are found where their name lies across two windows of the search', () => {
    const windowBytes = 1 << 20;
    for (let cut = 1; cut < 12; cut++) {
      const tail = `"vertices":${vertices},"note":"`;
      const filled = 'x'.repeat(windowBytes - (tail.length - cut) - 2);
      const source = toSource(`${head}${tail}${filled}"}`);
      expect(guessVerticesAt(source)).toBe(scanCityJson(source, new Findings()).verticesAt);
    }
  });

  it('are guessed wrongly where an attribute bears their name, and the scan knows better', () => {
    const source = toSource(`${head}"vertices":${vertices},"extra":{"vertices":[[9,9,9]]}}`);
    expect(guessVerticesAt(source)).toBeGreaterThan(
      scanCityJson(source, new Findings()).verticesAt,
    );
  });

  it('are not found where there are none', () => {
    expect(guessVerticesAt(toSource(`${head}"a":1}`))).toBeUndefined();
  });

  it('name the vertex that is too short', () => {
    const source = toSource(`${head}"vertices":[[1,2,3],[4,5,6],[7,8]]}`);
    const { verticesAt } = scanCityJson(source, new Findings());
    expect(() => readVertices(source, verticesAt)).toThrow(
      'vertex 2 has 2 coordinates; expected 3.',
    );
  });
});
