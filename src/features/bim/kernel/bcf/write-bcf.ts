// Topics → BCF 3.0: a zip with a folder for each topic. Elements stand in the order that the schemas ask for.

import { strToU8, zipSync } from 'fflate';
import type {
  BcfCamera,
  BcfComment,
  BcfComponent,
  BcfFile,
  BcfTopic,
  BcfViewpoint,
  Vector,
} from './topic.ts';
import { element, formatXml, type XmlElement } from './xml.ts';

const ZIP = { level: 6 } as const;

export function writeBcf(file: BcfFile): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {};
  for (const [path, text] of textFiles(file)) files[path] = strToU8(text);
  for (const { guid, snapshot } of file.topics) {
    if (snapshot) files[`${guid}/snapshot.png`] = snapshot;
  }
  return new Uint8Array(zipSync(files, ZIP));
}

/** Every XML file by its path. */
export function textFiles({ project, projectId, topics }: BcfFile): Map<string, string> {
  const files = new Map([
    ['bcf.version', formatXml(element('Version', [], { VersionId: '3.0' }))],
    ['project.bcfp', formatXml(projectInfo(project, projectId))],
    ['extensions.xml', formatXml(extensions(topics))],
  ]);
  for (const [index, topic] of topics.entries()) {
    files.set(`${topic.guid}/markup.bcf`, formatXml(markup(topic, index)));
    if (topic.viewpoint) {
      files.set(`${topic.guid}/viewpoint.bcfv`, formatXml(visualisation(topic.viewpoint)));
    }
  }
  return files;
}

const projectInfo = (name: string, id: string): XmlElement =>
  element('ProjectInfo', [element('Project', [element('Name', name)], { ProjectId: id })]);

function extensions(topics: readonly BcfTopic[]): XmlElement {
  const list = (name: string, each: string, values: readonly string[]) =>
    element(
      name,
      [...new Set(values)].filter((value) => value !== '').map((value) => element(each, value)),
    );
  return element('Extensions', [
    list(
      'TopicTypes',
      'TopicType',
      topics.map(({ type }) => type),
    ),
    list(
      'TopicStatuses',
      'TopicStatus',
      topics.map(({ status }) => status),
    ),
    list(
      'Priorities',
      'Priority',
      topics.map(({ priority }) => priority),
    ),
    list(
      'TopicLabels',
      'TopicLabel',
      topics.flatMap(({ labels }) => labels),
    ),
    list(
      'Users',
      'User',
      topics.map(({ author }) => author),
    ),
    element('SnippetTypes'),
    element('Stages'),
  ]);
}

function markup(topic: BcfTopic, index: number): XmlElement {
  const { guid, title, type, status, priority, labels, description, created, author } = topic;
  const content = [
    element('Title', title),
    ...(priority ? [element('Priority', priority)] : []),
    element('Index', index),
    ...(labels.length > 0
      ? [
          element(
            'Labels',
            labels.map((one) => element('Label', one)),
          ),
        ]
      : []),
    element('CreationDate', created),
    element('CreationAuthor', author),
    ...(description ? [element('Description', description)] : []),
    ...(topic.comments.length > 0 ? [element('Comments', topic.comments.map(comment))] : []),
    ...(topic.viewpoint ? [element('Viewpoints', [viewpoint(topic, topic.viewpoint.guid)])] : []),
  ];
  const attributes = { Guid: guid, TopicType: type, TopicStatus: status };
  return element('Markup', [element('Topic', content, attributes)]);
}

const comment = ({ guid, date, author, text }: BcfComment): XmlElement =>
  element('Comment', [element('Date', date), element('Author', author), element('Comment', text)], {
    Guid: guid,
  });

const viewpoint = ({ snapshot }: BcfTopic, guid: string): XmlElement =>
  element(
    'ViewPoint',
    [
      element('Viewpoint', 'viewpoint.bcfv'),
      ...(snapshot ? [element('Snapshot', 'snapshot.png')] : []),
      element('Index', 0),
    ],
    { Guid: guid },
  );

function visualisation(viewpoint: BcfViewpoint): XmlElement {
  const { guid, camera, selection, isVisibleByDefault, exceptions } = viewpoint;
  const components = element('Components', [
    ...(selection.length > 0 ? [element('Selection', selection.map(component))] : []),
    element(
      'Visibility',
      [
        element('ViewSetupHints', [], {
          SpacesVisible: 'false',
          SpaceBoundariesVisible: 'false',
          OpeningsVisible: 'false',
        }),
        ...(exceptions.length > 0 ? [element('Exceptions', exceptions.map(component))] : []),
      ],
      { DefaultVisibility: String(isVisibleByDefault) },
    ),
  ]);
  return element('VisualizationInfo', [components, ...(camera ? [toCamera(camera)] : [])], {
    Guid: guid,
  });
}

const component = ({ ifcGuid, toolId }: BcfComponent): XmlElement =>
  element('Component', toolId ? [element('AuthoringToolId', toolId)] : [], { IfcGuid: ifcGuid });

function toCamera({ kind, eye, direction, up, extent, aspect }: BcfCamera): XmlElement {
  const isPerspective = kind === 'perspective';
  return element(isPerspective ? 'PerspectiveCamera' : 'OrthogonalCamera', [
    vector('CameraViewPoint', eye),
    vector('CameraDirection', direction),
    vector('CameraUpVector', up),
    element(isPerspective ? 'FieldOfView' : 'ViewToWorldScale', extent),
    element('AspectRatio', aspect),
  ]);
}

const vector = (name: string, [x, y, z]: Vector): XmlElement =>
  element(name, [element('X', x), element('Y', y), element('Z', z)]);
