import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Clash, ClashThing } from '../../contract/clash.ts';
import { cameraOn, toMark, toTopic } from './clash-topics.ts';
import { readBcf } from './read-bcf.ts';
import { type BcfTopic, guidOf } from './topic.ts';
import { textFiles, writeBcf } from './write-bcf.ts';
import { element, formatXml, parseXml, type XmlElement } from './xml.ts';

const thing = (id: string, more: Partial<ClashThing> = {}): ClashThing => ({
  ...{ model: 'house', index: 1, id, name: `Name of ${id}`, class: 'IfcWall' },
  ...{ discipline: 'architecture', storey: 'Level 1' },
  ...more,
});
const clash: Clash = {
  id: '0aaaaaaaaaaaaaaaaaaaaa:1bbbbbbbbbbbbbbbbbbbbb',
  kind: 'hard',
  a: thing('0aaaaaaaaaaaaaaaaaaaaa'),
  b: thing('1bbbbbbbbbbbbbbbbbbbbb', { class: 'IfcPipeSegment' }),
  pointM: [1, 2, 3],
  depthM: 0.0512,
  gapM: 0,
  isEstimate: false,
  boundsM: [
    [0, 0, 0],
    [4, 4, 4],
  ],
};
const context = {
  now: '2026-11-26T09:00:00.000Z',
  author: 'planner@city.example',
  originM: [1000, 2000, 30] as const,
};
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const topic = toTopic(
  clash,
  { status: 'active', note: 'Move the pipe <up> & along' },
  PNG,
  context,
);
const file = { project: 'House', projectId: 'house', topics: [topic] };

// The children that each element of BCF 3.0 may have, in their order: from markup.xsd, visinfo.xsd,
// extensions.xsd, project.xsd and version.xsd of its release; `*` may come again, `!` has to be there.
const schemas: Readonly<Record<string, readonly string[]>> = {
  Version: [],
  ProjectInfo: ['Project!'],
  Project: ['Name'],
  Extensions: [
    ...['TopicTypes!', 'TopicStatuses!', 'Priorities!', 'TopicLabels!', 'Users!'],
    ...['SnippetTypes!', 'Stages!'],
  ],
  TopicTypes: ['TopicType*'],
  TopicStatuses: ['TopicStatus*'],
  Priorities: ['Priority*'],
  TopicLabels: ['TopicLabel*'],
  Users: ['User*'],
  Markup: ['Header', 'Topic!'],
  Topic: [
    ...['ReferenceLinks', 'Title!', 'Priority', 'Index', 'Labels', 'CreationDate!'],
    ...['CreationAuthor!', 'ModifiedDate', 'ModifiedAuthor', 'DueDate', 'AssignedTo', 'Stage'],
    ...['Description', 'BimSnippet', 'DocumentReferences', 'RelatedTopics', 'Comments'],
    'Viewpoints',
  ],
  Labels: ['Label*'],
  Comments: ['Comment*'],
  'Comments/Comment': [
    'Date!',
    'Author!',
    'Comment',
    'Viewpoint',
    'ModifiedDate',
    'ModifiedAuthor',
  ],
  Viewpoints: ['ViewPoint*'],
  ViewPoint: ['Viewpoint', 'Snapshot', 'Index'],
  VisualizationInfo: [
    ...['Components', 'OrthogonalCamera', 'PerspectiveCamera', 'Lines', 'ClippingPlanes'],
    'Bitmaps',
  ],
  Components: ['Selection', 'Visibility!', 'Coloring'],
  Selection: ['Component*'],
  Visibility: ['ViewSetupHints', 'Exceptions'],
  Exceptions: ['Component*'],
  Component: ['OriginatingSystem', 'AuthoringToolId'],
  PerspectiveCamera: [
    ...['CameraViewPoint!', 'CameraDirection!', 'CameraUpVector!', 'FieldOfView!'],
    'AspectRatio!',
  ],
  OrthogonalCamera: [
    ...['CameraViewPoint!', 'CameraDirection!', 'CameraUpVector!', 'ViewToWorldScale!'],
    'AspectRatio!',
  ],
  CameraViewPoint: ['X!', 'Y!', 'Z!'],
  CameraDirection: ['X!', 'Y!', 'Z!'],
  CameraUpVector: ['X!', 'Y!', 'Z!'],
};
const needed: Readonly<Record<string, readonly string[]>> = {
  Version: ['VersionId'],
  Project: ['ProjectId'],
  Topic: ['Guid', 'TopicType', 'TopicStatus'],
  'Comments/Comment': ['Guid'],
  ViewPoint: ['Guid'],
  VisualizationInfo: ['Guid'],
};

function complaints(one: XmlElement, parent = ''): string[] {
  const own = schemas[`${parent}/${one.name}`] ?? schemas[one.name];
  const found: string[] = (needed[`${parent}/${one.name}`] ?? needed[one.name] ?? []).flatMap(
    (name) => (one.attributes[name] ? [] : [`${one.name} has no ${name}`]),
  );
  if (!own) return one.children.length > 0 ? [...found, `${one.name} may have no children`] : found;
  const names = own.map((rule) => rule.replace(/[*!]/, ''));
  let last = -1;
  for (const child of one.children) {
    const place = names.indexOf(child.name);
    if (place < 0) found.push(`${one.name} may not have ${child.name}`);
    else if (place < last || (place === last && !own[place]?.endsWith('*'))) {
      found.push(`${child.name} stands in the wrong place of ${one.name}`);
    }
    last = Math.max(last, place);
    found.push(...complaints(child, one.name));
  }
  for (const [at, rule] of own.entries()) {
    const isThere = one.children.some(({ name }) => name === names[at]);
    if (rule.endsWith('!') && !isThere) found.push(`${one.name} lacks ${names[at]}`);
  }
  return found;
}

describe('a BCF file', () => {
  it('has its elements in the order of the schemas of BCF 3.0', () => {
    const pipe = thing('pipes-water/P-7', { index: undefined, model: undefined });
    const other = toTopic({ ...clash, b: pipe }, { status: 'new', note: '' }, undefined, context);
    const files = textFiles({ ...file, topics: [topic, other] });
    expect([...files.keys()].toSorted()).toEqual(
      [
        ...['bcf.version', 'extensions.xml', 'project.bcfp'],
        ...[topic, other].flatMap(({ guid }) => [`${guid}/markup.bcf`, `${guid}/viewpoint.bcfv`]),
      ]
        .filter((path, at, all) => all.indexOf(path) === at)
        .toSorted(),
    );
    for (const [path, text] of files) {
      expect(complaints(parseXml(text, path)), path).toEqual([]);
    }
  });

  it('is held to the schemas by a check that notices what is wrong', () => {
    const wrong = element('Visibility', [element('Exceptions'), element('ViewSetupHints')]);
    expect(complaints(wrong)).toEqual(['ViewSetupHints stands in the wrong place of Visibility']);
    expect(complaints(element('Components'))).toEqual(['Components lacks Visibility']);
    expect(complaints(element('ViewPoint', [element('Guid', 'x')]))).toContain(
      'ViewPoint has no Guid',
    );
  });

  it('names components by GlobalIds of 22 characters and topics by lower-case UUIDs', () => {
    expect(topic.guid).toMatch(/^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/);
    for (const { ifcGuid } of topic.viewpoint?.selection ?? []) {
      expect(ifcGuid).toMatch(/^[0-9A-Za-z_$]{22}$/);
    }
  });

  it('says the same when it is read back', () => {
    expect(readBcf(writeBcf(file), 'house.bcf')).toEqual(file);
  });

  it('keeps any text whole', () => {
    const printable = fc.string({ unit: 'grapheme' }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(printable, printable, (title, description) => {
        const one: BcfTopic = { ...topic, title: `t${title}`, description: `d${description}` };
        const back = readBcf(writeBcf({ ...file, topics: [one] }), 'x.bcf').topics[0];
        expect([back?.title, back?.description]).toEqual([one.title, one.description]);
      }),
    );
  });

  it('of another program is read too: 2.1, with namespaces, comments and views beside the topic', () => {
    const markup = `<?xml version="1.0"?><!-- by hand --><bcf:Markup xmlns:bcf="x">
      <bcf:Topic Guid="ABCDEF01-0000-0000-0000-000000000000" TopicStatus="Closed"><bcf:Title>A &#38; B</bcf:Title>
      <bcf:Labels>Level 1</bcf:Labels><bcf:CreationDate>2020-01-01T00:00:00Z</bcf:CreationDate></bcf:Topic>
      <bcf:Comment Guid="c"><bcf:Date/><bcf:Author/><bcf:Comment><![CDATA[<done>]]></bcf:Comment></bcf:Comment>
      <bcf:Viewpoints Guid="v"><bcf:Viewpoint>one.bcfv</bcf:Viewpoint></bcf:Viewpoints></bcf:Markup>`;
    const view = `<VisualizationInfo Guid='v'><Components><Visibility DefaultVisibility="false"><Exceptions>
      <Component IfcGuid="0aaaaaaaaaaaaaaaaaaaaa"/></Exceptions></Visibility></Components>
      <PerspectiveCamera><CameraViewPoint><X>1</X><Y>2</Y><Z>3e0</Z></CameraViewPoint>
      <CameraDirection><X>0</X><Y>2</Y><Z>0</Z></CameraDirection><CameraUpVector><X>0</X><Y>0</Y><Z>1</Z>
      </CameraUpVector><FieldOfView>60</FieldOfView></PerspectiveCamera></VisualizationInfo>`;
    const text = (value: string) => new TextEncoder().encode(value);
    const { topics } = readBcf(
      zipSync({
        'bcf.version': text('<Version VersionId="2.1"/>'),
        'abc/markup.bcf': text(markup),
        'abc/one.bcfv': text(view),
      }),
      'other.bcf',
    );
    expect(topics).toMatchObject([
      {
        guid: 'abcdef01-0000-0000-0000-000000000000',
        title: 'A & B',
        status: 'Closed',
        labels: ['Level 1'],
        comments: [{ text: '<done>' }],
        viewpoint: {
          isVisibleByDefault: false,
          exceptions: [{ ifcGuid: '0aaaaaaaaaaaaaaaaaaaaa' }],
          camera: { eye: [1, 2, 3], direction: [0, 1, 0], extent: 60, aspect: 1 },
        },
      },
    ]);
  });

  it.each([
    ['no zip', Uint8Array.of(1, 2, 3), /^x\.bcf is no BCF file: /],
    ['a zip of something else', zipSync({ 'a.txt': Uint8Array.of(65) }), /it has no bcf\.version/],
    [
      'of a version of long ago',
      zipSync({ 'bcf.version': new TextEncoder().encode('<Version VersionId="1.0"/>') }),
      /BCF 1\.0; expected 2\.1 or 3/,
    ],
    [
      'broken XML',
      zipSync({ 'bcf.version': new TextEncoder().encode('<Version VersionId="3.0">') }),
      /^x\.bcf, bcf\.version is no XML: /,
    ],
  ])('that is %s is refused in a sentence', (_, bytes, words) => {
    expect(() => readBcf(bytes, 'x.bcf')).toThrow(words);
  });
});

describe('XML', () => {
  it('does not open an element where another has to end', () => {
    expect(() => parseXml('<a><b></a></b>', 'f')).toThrow('f is no XML: a ends where b is open.');
  });

  it('is the same after being written and read', () => {
    const tree = element('a', [element('b', '1 < 2 & "3"'), element('c', [], { d: 'é\u0007"' })]);
    const back = parseXml(formatXml(tree), 'f');
    expect(back).toEqual(
      element('a', [element('b', '1 < 2 & "3"'), element('c', [], { d: 'é"' })]),
    );
  });
});

describe('the topic of a clash', () => {
  it('is the same at every run, and another one for another pair', () => {
    expect(guidOf(clash.id)).toBe(guidOf(clash.id));
    const ids = Array.from({ length: 2000 }, (_, at) => guidOf(`pair ${at}`));
    expect(new Set(ids).size).toBe(2000);
  });

  it('looks at the place from near, in the coordinates of the IFC file', () => {
    const { eye, direction, up } = cameraOn(clash, context.originM);
    const place = [1001, 2002, 33];
    const way = place.map((value, axis) => value - eye[axis]!);
    const distance = Math.hypot(...way);
    for (const axis of [0, 1, 2]) expect(direction[axis]).toBeCloseTo(way[axis]! / distance, 9);
    expect(distance).toBeGreaterThan(1);
    expect(distance).toBeLessThan(13);
    expect(direction.reduce((sum, value, axis) => sum + value * up[axis]!, 0)).toBeCloseTo(0, 9);
    expect(Math.hypot(...up)).toBeCloseTo(1, 9);
  });

  it('gives status and note back to the clash that it is about', () => {
    expect(toMark(topic)).toEqual({
      id: clash.id,
      mark: { status: 'active', note: 'Move the pipe <up> & along' },
    });
    expect(toMark({ ...topic, status: 'In Progress' })?.mark.status).toBe('active');
    expect(toMark({ ...topic, viewpoint: undefined })).toBeUndefined();
  });
});
