import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTestWorld, type TestWorld } from './test-world.ts';

describe('SensorThings', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await aTestWorld();
  });
  afterAll(() => world.close());

  const ask = async (path: string) => (await world.get(path)).body;
  const namesOf = async (path: string): Promise<string[]> => {
    const { status, body } = await world.get(path);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.value.map(({ name }: { name: string }) => name);
  };

  it('says what it has and what it conforms to', async () => {
    const { value, serverSettings } = await ask('');
    expect(value).toContainEqual({ name: 'Things', url: 'http://localhost:80/v1.1/Things' });
    expect(value).toHaveLength(8);
    expect(serverSettings.conformance).toContain(
      'http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/filter',
    );
  });

  it('gives an entity with its links', async () => {
    expect(await ask('/Things(1)')).toEqual({
      '@iot.id': 1,
      '@iot.selfLink': 'http://localhost:80/v1.1/Things(1)',
      name: 'Bridge',
      description: 'An old one',
      properties: { city: 'delft', asset: 'bridge', owner: { name: 'City' }, floors: 0 },
      'Locations@iot.navigationLink': 'http://localhost:80/v1.1/Things(1)/Locations',
      'HistoricalLocations@iot.navigationLink':
        'http://localhost:80/v1.1/Things(1)/HistoricalLocations',
      'Datastreams@iot.navigationLink': 'http://localhost:80/v1.1/Things(1)/Datastreams',
    });
  });

  it('answers in the shape of a real server’s record', async () => {
    // A recorded answer of iot.hamburg.de has these members, nulls in unitOfMeasurement among them.
    const thing = await ask('/Things(1)?$expand=Datastreams($expand=Sensor)');
    expect(Object.keys(thing)).toEqual(
      expect.arrayContaining(['@iot.selfLink', '@iot.id', 'name', 'description', 'properties']),
    );
    expect(thing.Datastreams[0]).toMatchObject({
      '@iot.id': 1,
      unitOfMeasurement: { name: 'metre', symbol: null },
      phenomenonTime: '2026-01-01T00:00:00.000Z/2026-01-01T09:00:00.000Z',
      properties: { intervalS: 60, thresholds: { alarmHigh: 2 } },
      Sensor: { encodingType: 'application/pdf', metadata: 'https://example.org/gauge.pdf' },
    });
    expect(thing.Datastreams[0]).not.toHaveProperty('observedArea');
  });

  it.each([
    ['/Things(1)/Datastreams', ['Level at the bridge', 'Air at the bridge']],
    ['/Things(1)/Datastreams(2)/Sensor/Datastreams(3)/Thing/Locations', ['At the tower']],
    ['/Datastreams(3)/Thing/Datastreams', ['Air at the tower']],
    ['/ObservedProperties(2)/Datastreams', ['Air at the bridge', 'Air at the tower']],
    ['/Locations(2)/Things', ['Tower']],
    ['/Locations(2)/HistoricalLocations(2)/Thing/Locations', ['At the tower']],
  ])('follows %s', async (path, names) => {
    expect(await namesOf(path)).toEqual(names);
  });

  it.each([
    ["/Observations('1@1767225600000')/Datastream", 'Level at the bridge'],
    [
      "/Things(1)/Datastreams(1)/Observations('1@1767225600000')/FeatureOfInterest",
      'At the bridge',
    ],
    ["/Observations('3@1767225600000')/Datastream/Thing", 'Tower'],
    ['/HistoricalLocations(1)/Thing', 'Bridge'],
  ])('follows %s to one', async (path, name) => {
    expect(await ask(path)).toMatchObject({ name });
  });

  it.each([
    ["name eq 'Tower'", ['Tower']],
    ["Datastreams/ObservedProperty/name eq 'Water level'", ['Bridge']],
    ["not (Datastreams/ObservedProperty/name eq 'Water level')", ['Tower']],
    ['Datastreams/Observations/result gt 34', ['Tower']],
    ['properties/floors gt 5', ['Tower']],
    ["properties/owner/name eq 'City'", ['Bridge']],
    ['properties/owner eq null', ['Tower']],
    ["substringof('ridg', name) or description eq 'It''s tall'", ['Bridge', 'Tower']],
    ['id eq 2', ['Tower']],
    ['@iot.id lt 2', ['Bridge']],
    ["Locations/name eq 'At the tower'", ['Tower']],
    ["geo.distance(Locations/location, geography'POINT (4.36 52.01)') lt 0.001", ['Bridge']],
    [
      "st_within(Locations/location, geography'POLYGON ((4.38 52,4.5 52,4.5 53,4.38 53,4.38 52))')",
      ['Tower'],
    ],
    ['Datastreams/phenomenonTime gt 2025-12-31T00:00:00Z', ['Bridge', 'Tower']],
    ['Datastreams/phenomenonTime lt 2026-01-01T05:00:00Z', []],
    ["startswith(name, 'T') eq true", ['Tower']],
  ])('Things where %s', async (filter, names) => {
    expect(await namesOf(`/Things?$filter=${encodeURIComponent(filter)}`)).toEqual(names);
  });

  it.each([
    ['result mul 2 eq 21', 1],
    ['phenomenonTime ge 2026-01-01T08:00:00Z', 6],
    ['phenomenonTime gt 2026-01-01T10:00:00+02:00', 3],
    ['phenomenonTime gt 2026-01-01T00:00:00Z/2026-01-01T08:00:00Z', 3],
    ['hour(phenomenonTime) eq 3', 3],
    ['date(phenomenonTime) eq 2026-01-01', 30],
    ['time(phenomenonTime) lt 02:00', 6],
    ["phenomenonTime add duration'PT1H' eq 2026-01-01T03:00:00Z", 3],
    ['phenomenonTime lt now()', 30],
    ['phenomenonTime gt mindatetime() and phenomenonTime lt maxdatetime()', 30],
    ['totalseconds(2026-01-01T01:00:00Z sub phenomenonTime) eq 3600', 3],
    ["Datastream/Thing/Datastreams/name eq 'Level at the bridge'", 20],
    ["resultQuality/quality eq 'good' and resultQuality/simulated eq true", 30],
    ['result eq null', 0],
    ['resultTime eq null', 30],
    ["id eq '2@1767225600000'", 1],
    ['result gt 10 div 0', 0],
    ['true', 30],
    ['false or not true', 0],
  ])('%s holds for %i observations', async (filter, count) => {
    const { status, body } = await world.get(
      `/Observations?$count=true&$top=0&$filter=${encodeURIComponent(filter)}`,
    );
    expect({ status, body }).toEqual({ status: 200, body: { '@iot.count': count, value: [] } });
  });

  it('expands what is nested, each with its own options, counts and next page', async () => {
    const { value } = await ask(
      '/Things?$select=name&$expand=Datastreams($select=name;$orderby=name;$expand=Observations(' +
        '$select=result;$top=2;$skip=1;$orderby=phenomenonTime desc;$count=true;$filter=result lt 14))',
    );
    expect(value[0]).toEqual({
      name: 'Bridge',
      Datastreams: [
        { name: 'Air at the bridge', 'Observations@iot.count': 0, Observations: [] },
        {
          name: 'Level at the bridge',
          'Observations@iot.count': 8,
          Observations: [{ result: 13 }, { result: 12.5 }],
          'Observations@iot.nextLink': expect.stringMatching(
            /Datastreams\(1\)\/Observations\?.*skip=3/,
          ),
        },
      ],
    });
    const next = value[0].Datastreams[1]['Observations@iot.nextLink'].replace(/^.*\/v1\.1/, '');
    expect((await ask(next)).value).toEqual([{ result: 12 }, { result: 11.5 }]);
  });

  it('pages by links that keep what was asked', async () => {
    const first = await ask('/Datastreams(1)/Observations?$top=4&$select=result&$count=true');
    expect(first['@iot.count']).toBe(10);
    expect(first.value).toHaveLength(4);
    const second = await ask(first['@iot.nextLink'].replace(/^.*\/v1\.1/, ''));
    expect(second.value.map(({ result }: { result: number }) => result)).toEqual([
      12, 12.5, 13, 13.5,
    ]);
    const third = await ask(second['@iot.nextLink'].replace(/^.*\/v1\.1/, ''));
    expect(third.value).toHaveLength(2);
    expect(third).not.toHaveProperty('@iot.nextLink');
  });

  it('gives observations as rows of values, one list a datastream', async () => {
    const { value } = await ask(
      '/Observations?$resultFormat=dataArray&$top=12&$select=phenomenonTime,result',
    );
    expect(value).toHaveLength(2);
    expect(value[0]).toMatchObject({
      'Datastream@iot.navigationLink': 'http://localhost:80/v1.1/Datastreams(1)',
      components: ['phenomenonTime', 'result'],
      'dataArray@iot.count': 10,
    });
    expect(value[1].dataArray).toEqual([
      ['2026-01-01T00:00:00.000Z', 20],
      ['2026-01-01T01:00:00.000Z', 20.5],
    ]);
  });

  it.each([
    ['/Things(1)/name', 200, { name: 'Bridge' }],
    ['/Things(1)/name/$value', 200, 'Bridge'],
    ['/Things(1)/id', 200, { '@iot.id': 1 }],
    ['/Things(1)/properties/owner', 200, { owner: { name: 'City' } }],
    ['/Things(1)/properties/owner/name/$value', 200, 'City'],
    ['/Things(1)/properties/nothing', 204, undefined],
    ['/Datastreams(1)/observedArea', 204, undefined],
    ["/Observations('1@1767225600000')/result/$value", 200, 10],
    [
      '/Things(1)/Locations/$ref',
      200,
      { value: [{ '@iot.selfLink': 'http://localhost:80/v1.1/Locations(1)' }] },
    ],
    ['/Things(1)/$ref', 200, { '@iot.selfLink': 'http://localhost:80/v1.1/Things(1)' }],
    ['/Things(1)/Datastreams(9)', 404, expect.anything()],
    ['/Things(9)/Datastreams', 404, expect.anything()],
    ['/Things(2)/Datastreams(1)/Observations', 404, expect.anything()],
    ['/Things(99999999999)', 404, expect.anything()],
    ["/Things('x')", 404, expect.anything()],
    ["/Observations('1@x')", 404, expect.anything()],
    ["/Observations('9@1767225600000')", 404, expect.anything()],
    ['/Things/Datastreams', 404, expect.anything()],
    ['/Nothings', 404, expect.anything()],
    ['/Things(1)/colour', 404, expect.anything()],
    ['/Things(1)/name/$ref', 404, expect.anything()],
    ['/Things(1)/$value', 404, expect.anything()],
    ['/Datastreams(1)/Thing(1)', 404, expect.anything()],
  ])('%s is %i', async (path, status, body) => {
    expect(await world.get(path)).toEqual({ status, body });
  });

  it.each([
    ['/Things?$filter=name', '$filter, character 1: this is a string; expected true or false.'],
    [
      '/Things?$filter=colour eq 1',
      '$filter, character 1: Things have no property colour; they have id, name,',
    ],
    [
      '/Things?$filter=Datastreams eq 1',
      'Datastreams leads to Datastreams; expected one of their properties.',
    ],
    ['/Things?$filter=name gt 5', "$filter, character 6: gt can't join a string and a number."],
    ['/Things?$filter=name/first eq 5', 'name is no object that has first.'],
    ["/Things?$filter=length(name, 'x') eq 1", 'length has 2 operands; expected 1.'],
    [
      '/Things?$filter=length(5) eq 1',
      '$filter, character 8: this is a number; expected a string.',
    ],
    ['/Things?$filter=pg_sleep(5) eq 1', '$filter, character 1: there is no function pg_sleep.'],
    ['/Things?$filter=constructor(name) eq 1', 'there is no function constructor.'],
    ['/Things?$filter=__proto__ eq 1', 'Things have no property __proto__'],
    ["/Locations?$filter=st_within(location, geography'POINT (x)')", 'found “(x)” in a POINT'],
    [
      "/Locations?$filter=st_relate(location, location, 'T') eq true",
      'there is no function st_relate.',
    ],
    ['/Things?$orderby=Datastreams/name', '$orderby, character 1: this leads to many;'],
    ['/Locations?$orderby=location', '$orderby, character 1: places have no order.'],
    [
      '/Things?$select=colour',
      '$select: Things have no colour; they have id, @iot.selfLink, name,',
    ],
    [
      '/Things?$expand=Observations',
      '$expand, character 1: Things have no Observations to expand.',
    ],
    ['/Things?$resultFormat=dataArray', 'is for Observations; these are Things.'],
    ['/Things(1)?$filter=id eq 1', 'leads to one entity; expected $select and $expand alone.'],
    [
      '/Observations?$filter=phenomenonTime gt 2026-13-01T00:00:00Z',
      '2026-13-01T00:00:00Z is no point in time.',
    ],
    [
      "/Observations?$filter=phenomenonTime gt now() sub duration'1D'",
      '1D is no duration; expected',
    ],
    [
      '/Things?$top=1000&$expand=Datastreams($top=1000)',
      'Datastreams could make 1000000 rows; expected at most',
    ],
    ['/Observations?$filter=result mul 1e308 mul 1e308 gt 0', "The query can't be computed:"],
    ['/Observations?$filter=resultTime eq 0000-01-01T00:00:00Z', "The query can't be computed:"],
  ])('refuses %s in one sentence', async (path, sentence) => {
    const { status, body } = await world.get(path);
    expect(status).toBe(400);
    expect(body.message).toContain(sentence);
    expect(body.message).not.toContain('\n');
  });

  it.each([
    "x' or '1'='1",
    "'; drop table thing; --",
    '$1',
    '\u0001' + '0' + '\u0001',
    'Robert\\',
    "geography'POINT (1 2)'",
    '{"a": "}"}',
    'a"b',
    '%s %I',
    '\u{1F600}',
  ])('takes %j for text and nothing else', async (text) => {
    const literal = `'${text.replaceAll("'", "''")}'`;
    for (const path of [
      `/Things?$filter=${encodeURIComponent(`name eq ${literal}`)}`,
      `/Things?$filter=${encodeURIComponent(`properties/owner eq ${literal}`)}`,
      `/Things?$expand=${encodeURIComponent(`Datastreams($filter=name eq ${literal};$top=1)`)}`,
      `/Things?$orderby=${encodeURIComponent(`concat(name, ${literal})`)}`,
    ]) {
      expect((await world.get(path)).status, path).toBe(200);
    }
    expect(await namesOf('/Things')).toEqual(['Bridge', 'Tower']);
  });

  it('finds text by what was stored, quotes and all', async () => {
    const odd = `a"b\\c'd\u0001\u{1F600}`;
    await world.database.query('update thing set description = $1 where id = 2', [odd]);
    const { value } = await ask(
      `/Things?$filter=${encodeURIComponent(`description eq '${odd.replaceAll("'", "''")}'`)}`,
    );
    expect(value).toMatchObject([{ name: 'Tower', description: odd }]);
    await world.database.query(`update thing set description = 'It''s tall' where id = 2`);
  });

  it('names itself by the address that it was asked at, whatever stands in it', async () => {
    const { body } = await world.app.inject({
      url: '/v1.1/Things(1)?$select=@iot.selfLink',
      headers: { host: 'city.example:8443' },
    });
    expect(JSON.parse(body)).toEqual({
      '@iot.selfLink': 'http://city.example:8443/v1.1/Things(1)',
    });
    const odd = await world.app.inject({ url: '/v1.1/Things(1)', headers: { host: 'a"b\\' } });
    expect(() => JSON.parse(odd.body)).not.toThrow();
  });

  it('leads to itself without a slash', async () => {
    const { statusCode, headers } = await world.app.inject({ url: '/v1.1/' });
    expect([statusCode, headers.location]).toEqual([308, '/v1.1']);
  });

  it.each(['PUT', 'PATCH', 'DELETE'] as const)('does not %s', async (method) => {
    const { statusCode } = await world.app.inject({ method, url: '/v1.1/Things(1)' });
    expect(statusCode).toBe(405);
  });
});
